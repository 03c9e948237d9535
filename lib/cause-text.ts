import { i18n } from '#i18n';
import type { Failure } from './errors.ts';

/** The sentence that says what happened. */
export function causeText(failure: Failure): string {
  switch (failure.code) {
    case 'refused':
      return i18n.t('failure.refused', [String(failure.status)]);
    case 'unreadable':
      return i18n.t(`failure.unreadable.${failure.source}`);
    default:
      return i18n.t(`failure.${failure.code}`);
  }
}
