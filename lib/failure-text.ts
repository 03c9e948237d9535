import { i18n } from '#i18n';
import type { Failure } from './errors.ts';

/** The sentences that tell the reader what happened, what is kept and what to do. */
export function failureText(failure: Failure, isListKept: boolean): string {
  const kept = isListKept ? [i18n.t('failure.kept')] : [];
  const next = i18n.t(failure.code === 'offline' ? 'failure.nextOnline' : 'failure.next');
  return [causeOf(failure), ...kept, next].join(' ');
}

function causeOf(failure: Failure): string {
  switch (failure.code) {
    case 'refused':
      return i18n.t('failure.refused', [String(failure.status)]);
    case 'unreadable':
      return i18n.t(failure.source === 'feed' ? 'failure.unreadableFeed' : 'failure.unreadableHome');
    default:
      return i18n.t(`failure.${failure.code}`);
  }
}
