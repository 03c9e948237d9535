import { i18n } from '#i18n';
import type { Failure } from '../lib/errors.ts';
import { failureText } from '../lib/failure-text.ts';
import type { PollState } from '../lib/store/database.ts';

interface Props {
  readonly poll: PollState;
  readonly online: boolean;
  /** Whether there is a list that could have been lost. */
  readonly isListKept: boolean;
}

/** Says why posts can't be checked, what is kept and what to do; nothing while they can. */
export function FailureNote({ poll, online, isListKept }: Props) {
  const failure = presentFailure(poll, online);
  if (!failure) return null;
  return (
    <div class="failure" role="alert">
      {failure.code !== 'offline' && <strong>{i18n.t('failure.heading')} </strong>}
      {failureText(failure, isListKept)}
    </div>
  );
}

/** What stands in the way now: a check that failed for want of a network says nothing once there is one. */
function presentFailure({ failure }: PollState, online: boolean): Failure | undefined {
  if (!online) return { code: 'offline' };
  return failure?.code === 'offline' ? undefined : failure;
}
