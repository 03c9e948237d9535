import { dayOf, dayOfText, monthNumber } from './date.ts';

const TIME = String.raw`(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?::[0-6]\d(?:[.,]\d+)?)?\s*(?<zone>[a-z]{1,4}\b|[+-][01]\d:?[0-5]\d)?`;
const ISO_8601 = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?!\d)(?:(?:T|\s+)${TIME})?`, 'i');
const RFC_822 = new RegExp(
  String.raw`^(?:[a-z]+,?\s*)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?[\s-]+(?<year>\d{4}|\d\d)(?!\d)(?:,?\s+${TIME})?`,
  'i',
);

/** Hours from UTC of the zones that RFC 822 names; any other name is taken for UTC. */
const ZONES = new Map(Object.entries({ edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8 }));

/**
 * The day `YYYY-MM-DD`, in UTC, of a feed's date (RFC 822 or ISO 8601, or as the blog's pages write it), else empty.
 * What names no zone is taken for UTC, whatever the zone of this device, and what has no readable time for that day.
 */
export function dayOfTimestamp(timestamp = ''): string {
  const text = timestamp.trim();
  const parts = (ISO_8601.exec(text) ?? RFC_822.exec(text))?.groups;
  if (!parts) return dayOfText(text);
  const { year = '', month = '', day, hour = 0, minute = 0, zone } = parts;
  const century = year.length === 2 ? 2000 : 0;
  const minutes = Number(hour) * 60 + Number(minute) - minutesFromUtc(zone);
  return dayOf(century + Number(year), Number(month) || monthNumber(month), Number(day), minutes);
}

function minutesFromUtc(zone = ''): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (!sign) return 60 * (ZONES.get(zone.toLowerCase()) ?? 0);
  return (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
}
