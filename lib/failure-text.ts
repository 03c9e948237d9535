import { i18n } from '#i18n';
import { causeText } from './cause-text.ts';
import type { Failure } from './errors.ts';
import type { Health } from './health.ts';
import { libraryFailureOf } from './store/library-failure.ts';
import { distanceText, momentText } from './time-text.ts';

/** How near the next check is when it can come any moment: alarms are that late. */
const SOON_MS = 60_000;

/** The sentences that tell the reader why a check did not work, and what is kept. */
export function failureText(failure: Failure, isListKept: boolean): string {
  const kept = isListKept ? [i18n.t('failure.kept')] : [];
  return [causeText(failure), ...kept].join(' ');
}

/** The sentence that tells what comes after a failure, and what the reader can do. */
export function afterFailureText({ code }: Failure, { dueAt, notBefore = 0 }: Health, now: number): string {
  if (code === 'offline') return i18n.t('failure.nextOnline');
  if (dueAt === undefined) return i18n.t('failure.nextByHand');
  if (notBefore > now) return i18n.t('failure.nextAsked', [momentText(notBefore, now), distanceText(dueAt, now)]);
  return dueAt - now < SOON_MS ? i18n.t('failure.nextSoon') : i18n.t('failure.next', [distanceText(dueAt, now)]);
}

/** The sentence that tells what could not be read in the last check, and where posts come from nevertheless. */
export function troubleText({ trouble, source }: Health): string | undefined {
  if (!trouble) return undefined;
  if (source === 'home') return i18n.t('trouble.feed');
  if (source === 'entries') return i18n.t('trouble.feedAndHome');
  if (source === 'year') return i18n.t('trouble.allButYears');
  return i18n.t(trouble.source === 'home' ? 'trouble.home' : 'trouble.entries');
}

/** The sentences that tell why a query of the library has failed, and what to do. */
export function libraryFailureText(error: unknown, health: Health | undefined): string {
  const closed = libraryFailureOf(error)?.failure;
  if (!closed) return i18n.t('failure.libraryUnknown');
  // Where every window is private the checks find no library either, and there is no other window to go to.
  const isRefused = health?.failingSince !== undefined && health.failure?.code === 'libraryRefused';
  return causeText(closed.code === 'libraryPrivate' && isRefused ? { code: 'libraryRefused' } : closed);
}
