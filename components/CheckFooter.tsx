import { i18n } from '#i18n';
import type { Checking } from '../lib/checking.ts';
import { lastCheckText, nextCheckText } from '../lib/health-text.ts';
import { CheckButton } from './CheckButton.tsx';
import { CheckStatus } from './CheckStatus.tsx';
import { HealthList } from './HealthList.tsx';
import { useNow } from './use-now.ts';

/** When the blog was last read, the button to read it now, and whatever else is known of the checks. */
export function CheckFooter({ checking }: { readonly checking: Checking }) {
  const now = useNow();
  const health = checking.health.value;
  return (
    <footer>
      <div class="check">
        <p>
          <span>{health && lastCheckText(health, now)}</span>
          <span>{health && nextCheckText(health, now)}</span>
        </p>
        <CheckButton checking={checking} />
      </div>
      <CheckStatus told={checking.told.value} />
      {health && (
        <details>
          <summary>{i18n.t('check.details')}</summary>
          <HealthList health={health} />
        </details>
      )}
    </footer>
  );
}
