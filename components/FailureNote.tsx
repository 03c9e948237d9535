import { i18n } from '#i18n';
import type { Failure } from '../lib/errors.ts';
import { failureText } from '../lib/failure-text.ts';

/** Says why the last check failed, what is kept and what to do. */
export function FailureNote({ failure }: { readonly failure: Failure }) {
  return (
    <div class="failure" role="alert">
      <strong>{i18n.t('failure.heading')}</strong> {failureText(failure)}
    </div>
  );
}
