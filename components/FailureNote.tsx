import { i18n } from '#i18n';
import type { Failure } from '../lib/errors.ts';
import { afterFailureText, failureText } from '../lib/failure-text.ts';
import type { Health } from '../lib/health.ts';
import { useNow } from './use-now.ts';

interface Props {
  readonly health: Health;
  readonly online: boolean;
  /** Whether there is a list that could have been lost. */
  readonly isListKept: boolean;
}

/** Says why posts can't be checked, what is kept and what to do; nothing while they can. */
export function FailureNote({ health, online, isListKept }: Props) {
  const now = useNow();
  const failure = presentFailure(health, online);
  if (!failure) return null;
  return (
    <p class="failure">
      <span role="alert">
        {failure.code !== 'offline' && <strong>{i18n.t('failure.heading')} </strong>}
        {failureText(failure, isListKept)}
      </span>{' '}
      {/* Outside of the alert: time passes, and nobody has to be told each minute. */}
      {afterFailureText(failure, health, now)}
    </p>
  );
}

/** What stands in the way now: a check that failed for want of a network says nothing once there is one. */
function presentFailure({ failure, failingSince }: Health, online: boolean): Failure | undefined {
  if (!online) return { code: 'offline' };
  return failingSince === undefined || failure?.code === 'offline' ? undefined : failure;
}
