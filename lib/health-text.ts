import { i18n } from '#i18n';
import type { Told } from './checking.ts';
import type { Health } from './health.ts';
import { agoText, distanceText, momentText } from './time-text.ts';

/** The longest wait after a check; a longer one the blog has asked for. */
const JUST_CHECKED_MS = 10_000;

/** When the last check was that worked. */
export function lastCheckText({ succeededAt, failingSince }: Health, now: number): string {
  if (succeededAt === undefined) return i18n.t('check.never');
  return i18n.t(failingSince === undefined ? 'check.last' : 'check.lastGood', [agoText(succeededAt, now)]);
}

/** When the next check is. */
export function nextCheckText(health: Health, now: number): string {
  return i18n.t('check.next', [nextCheck(health, now)]);
}

/** What came of the check that was asked for last. */
export function toldText(told: Told, now: number): string {
  if (told.kind === 'checked') return i18n.t('check.done');
  if (told.kind !== 'wait') return i18n.t(told.kind === 'offline' ? 'check.offline' : 'failure.action');
  const wait = told.until - now;
  if (wait > JUST_CHECKED_MS) return i18n.t('check.waitAsked', [momentText(told.until, now)]);
  return i18n.t('check.wait');
}

/** When the next check is, as a part of a sentence. */
export function nextCheck({ checkedAt, dueAt }: Health, now: number): string {
  if (dueAt !== undefined && dueAt > now) return distanceText(dueAt, now);
  // As long as there was no check, none is planned, and the first comes at once.
  return i18n.t(dueAt === undefined && checkedAt !== undefined ? 'check.byHand' : 'check.soon');
}
