import { i18n } from '#i18n';
import type { Outcome } from '../../lib/options.ts';

/** Says what came of what the reader did last. */
export function OutcomeBar({ outcome }: { readonly outcome: Outcome | undefined }) {
  return (
    <p class="outcome" role="status">
      {outcome && textOf(outcome)}
    </p>
  );
}

function textOf(outcome: Outcome): string {
  switch (outcome) {
    case 'saved':
      return i18n.t('options.saved');
    case 'deleted':
      return i18n.t('library.deleted');
    case 'failed':
      return i18n.t('failure.action');
  }
}
