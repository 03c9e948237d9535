import { i18n } from '#i18n';
import type { Failure } from './errors.ts';

/** The sentence that tells the reader what happened, what is kept and what to do. */
export function failureText(failure: Failure): string {
  switch (failure.code) {
    case 'refused':
      return i18n.t('failure.refused', [String(failure.status)]);
    case 'unreadable':
      return i18n.t(failure.source === 'feed' ? 'failure.unreadableFeed' : 'failure.unreadableHome');
    default:
      return i18n.t(`failure.${failure.code}`);
  }
}
