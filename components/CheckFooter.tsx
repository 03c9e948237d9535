import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Checking } from '../lib/checking.ts';
import { lastCheckText, nextCheckText } from '../lib/health-text.ts';
import { CheckButton } from './CheckButton.tsx';
import { CheckStatus } from './CheckStatus.tsx';
import { lazy } from './lazy.tsx';
import { useNow } from './use-now.ts';

const HealthList = lazy(() => import('./HealthList.tsx').then(({ HealthList }) => HealthList));

/** When the blog was last read, the button to read it now, and whatever else is known of the checks. */
export function CheckFooter({ checking }: { readonly checking: Checking }) {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  const health = checking.health.value;
  return (
    <footer>
      <div class="check">
        <p>
          <span>{health && lastCheckText(health, now)}</span>{' '}
          {/* There is none without a network, which is said elsewhere. */}
          <span>{health && checking.online.value && nextCheckText(health, now)}</span>
        </p>
        <CheckButton checking={checking} />
      </div>
      <CheckStatus told={checking.told.value} />
      {health && (
        <details onToggle={({ newState }) => setOpen(newState === 'open')}>
          <summary>{i18n.t('check.details')}</summary>
          {isOpen && <HealthList health={health} online={checking.online.value} />}
        </details>
      )}
    </footer>
  );
}
