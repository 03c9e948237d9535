import { i18n } from '#i18n';
import { causeText } from './cause-text.ts';
import type { Told } from './checking.ts';
import { type Health, type Traffic, totalTraffic } from './health.ts';
import { agoText, distanceText, momentText } from './time-text.ts';

/** The longest wait after a check; a longer one the blog has asked for. */
const JUST_CHECKED_MS = 10_000;

/** Something that is known of the checks. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** When the last check was that worked. */
export function lastCheckText({ succeededAt, failingSince }: Health, now: number): string {
  if (succeededAt === undefined) return i18n.t('check.never');
  return i18n.t(failingSince === undefined ? 'check.last' : 'check.lastGood', [agoText(succeededAt, now)]);
}

/** When the next check is. */
export function nextCheckText(health: Health, now: number): string {
  return i18n.t('check.next', [nextCheck(health, now)]);
}

/** All that is known of the checks, for whoever wants to know. */
export function healthFacts(health: Health, now: number): Fact[] {
  const { succeededAt, source, trouble } = health;
  return [
    {
      term: i18n.t('health.succeeded'),
      text: succeededAt === undefined ? i18n.t('health.noneYet') : agoText(succeededAt, now),
    },
    { term: i18n.t('health.failed'), text: lastFailure(health, now) },
    { term: i18n.t('health.next'), text: nextCheck(health, now) },
    ...(source && health.failingSince === undefined
      ? [{ term: i18n.t('health.source'), text: i18n.t(`source.${source}`) }]
      : []),
    ...(trouble && health.failingSince === undefined
      ? [{ term: i18n.t('health.trouble'), text: causeText(trouble.failure) }]
      : []),
    { term: i18n.t('health.traffic'), text: trafficText(totalTraffic(health.traffic)) },
  ];
}

/** What came of the check that was asked for last. */
export function toldText(told: Told, now: number): string {
  if (told.kind === 'checked') return i18n.t('check.done');
  if (told.kind !== 'wait') return i18n.t(told.kind === 'offline' ? 'check.offline' : 'failure.action');
  const wait = told.until - now;
  if (wait > JUST_CHECKED_MS) return i18n.t('check.waitAsked', [momentText(told.until, now)]);
  return i18n.t('check.wait');
}

function lastFailure({ failure, failedAt }: Health, now: number): string {
  if (!failure || failedAt === undefined) return i18n.t('health.none');
  return i18n.t('health.failure', [agoText(failedAt, now), causeText(failure)]);
}

function nextCheck({ checkedAt, dueAt }: Health, now: number): string {
  if (dueAt !== undefined && dueAt > now) return distanceText(dueAt, now);
  // As long as there was no check, none is planned, and the first comes at once.
  return i18n.t(dueAt === undefined && checkedAt !== undefined ? 'check.byHand' : 'check.soon');
}

function trafficText({ requests, bytes }: Traffic): string {
  return i18n.t('health.requests', requests, [countText(requests), bytesText(bytes)]);
}

function countText(count: number): string {
  return new Intl.NumberFormat(i18n.t('locale')).format(count);
}

function bytesText(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const format = { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 } as const;
  return new Intl.NumberFormat(i18n.t('locale'), format).format(bytes / size);
}
