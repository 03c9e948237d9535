import { i18n } from '#i18n';
import type { Failure } from '../lib/errors.ts';
import { failureText } from '../lib/failure-text.ts';

interface Props {
  readonly failure: Failure;
  /** Whether there is a list that could have been lost. */
  readonly isListKept: boolean;
}

/** Says why posts can't be checked, what is kept and what to do. */
export function FailureNote({ failure, isListKept }: Props) {
  return (
    <div class="failure" role="alert">
      {failure.code !== 'offline' && <strong>{i18n.t('failure.heading')} </strong>}
      {failureText(failure, isListKept)}
    </div>
  );
}
