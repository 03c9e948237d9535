import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Reader } from '../../lib/reader/reader.ts';
import { Contents, focusContents } from './Contents.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  readonly reader: Reader;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** The button that opens the table of contents, where there is no room for it beside the text. */
export function ContentsPanel({ reader, button }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  if (reader.headings.value.length === 0) return null;
  return (
    <div class="narrow-contents">
      <button
        ref={button}
        type="button"
        class="bar-button"
        popovertarget="contents"
        title={i18n.t('reader.contents')}
        aria-label={i18n.t('reader.contents')}
      >
        <Icon name="contents" />
      </button>
      <div
        ref={panel}
        id="contents"
        class="panel"
        popover="auto"
        onToggle={({ newState, currentTarget }) => newState === 'open' && focusContents(currentTarget)}
      >
        <Contents reader={reader} onGo={() => panel.current?.hidePopover()} />
      </div>
    </div>
  );
}
