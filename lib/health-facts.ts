import { i18n } from '#i18n';
import { causeText } from './cause-text.ts';
import { type Health, type Traffic, totalTraffic } from './health.ts';
import { nextCheck } from './health-text.ts';
import { numberText } from './number-text.ts';
import { agoText } from './time-text.ts';

/** Something that is known of the checks. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** All that is known of the checks, for whoever wants to know. */
export function healthFacts(health: Health, now: number, online = true): Fact[] {
  const { succeededAt, source, trouble } = health;
  return [
    {
      term: i18n.t('health.succeeded'),
      text: succeededAt === undefined ? i18n.t('health.noneYet') : agoText(succeededAt, now),
    },
    { term: i18n.t('health.failed'), text: lastFailure(health, now) },
    { term: i18n.t('health.next'), text: online ? nextCheck(health, now) : i18n.t('health.whenOnline') },
    ...(source && health.failingSince === undefined
      ? [{ term: i18n.t('health.source'), text: i18n.t(`source.${source}`) }]
      : []),
    ...(trouble && health.failingSince === undefined
      ? [{ term: i18n.t('health.trouble'), text: causeText(trouble.failure) }]
      : []),
    { term: i18n.t('health.traffic'), text: trafficText(totalTraffic(health.traffic)) },
  ];
}

function lastFailure({ failure, failedAt }: Health, now: number): string {
  if (!failure || failedAt === undefined) return i18n.t('health.none');
  return i18n.t('health.failure', [agoText(failedAt, now), causeText(failure)]);
}

function trafficText({ requests, bytes }: Traffic): string {
  return i18n.t('health.requests', requests, [numberText(requests), bytesText(bytes)]);
}

function bytesText(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const format = { style: 'unit', unit, maximumFractionDigits: bytes < 1e6 ? 0 : 1 } as const;
  return new Intl.NumberFormat(i18n.t('locale'), format).format(bytes / size);
}
