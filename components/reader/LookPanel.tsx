import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LiveLook } from '../../lib/reader/live-look.ts';
import { lazy } from '../lazy.tsx';
import { Icon } from './Icon.tsx';

const LookControls = lazy(() => import('./LookControls.tsx').then(({ LookControls }) => LookControls));

interface Props {
  readonly looks: LiveLook;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** The button that opens what the look can be chosen with. */
export function LookPanel({ looks, button }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="bar-button"
        popovertarget="look"
        title={i18n.t('appearance.name')}
        aria-label={i18n.t('appearance.name')}
      >
        <Icon name="look" />
      </button>
      <div
        id="look"
        class="panel"
        popover="auto"
        role="dialog"
        aria-label={i18n.t('appearance.name')}
        tabIndex={-1}
        onToggle={({ newState, currentTarget }) => {
          setOpen(newState === 'open');
          // What it has may not be loaded yet.
          if (newState === 'open') currentTarget.focus();
        }}
      >
        {isOpen && <LookControls looks={looks} />}
      </div>
    </>
  );
}
