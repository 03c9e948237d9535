const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = String.raw`(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?::[0-6]\d(?:[.,]\d+)?)?\s*(?<zone>[a-z]{1,4}\b|[+-][01]\d:?[0-5]\d)?`;
const ISO_8601 = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?!\d)(?:(?:T|\s+)${TIME})?`, 'i');
const RFC_822 = new RegExp(
  String.raw`^(?:[a-z]+,?\s*)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?[\s-]+(?<year>\d{4}|\d\d)(?!\d)(?:,?\s+${TIME})?`,
  'i',
);

/** Hours from UTC of the zones that RFC 822 names; any other name is taken for UTC. */
const ZONES = new Map(Object.entries({ edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8 }));

const AGO = /^(?:today|just now)$|\b(yesterday)\b(?!['’])|\b(\d{1,3}|an?|one) ?([dhmw])(?!on|o\b)[a-z]* ago\b/i;

/** The lengths of what is told in such dates, in milliseconds. */
const UNITS = new Map(Object.entries({ m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }));

/** The day `YYYY-MM-DD` of a date as the blog's pages write it (`Sep 23, 2025`, `October 21, 2024`), else empty. */
export function dayOfText(text: string): string {
  const [, name = '', day, year] = /\b([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/i.exec(text) ?? [];
  return dayOf(Number(year), monthNumber(name), Number(day));
}

/**
 * The day `YYYY-MM-DD`, in UTC, of a date that is told from now (`3 days ago`, `yesterday`), else empty. So it is for months
 * and years: the address of a post tells its month better.
 */
export function dayAgo(text: string, now = new Date()): string {
  const told = AGO.exec(text);
  if (!told) return '';
  const [, yesterday, count, unit = yesterday ? 'd' : ''] = told;
  const milliseconds = (Number(count) || 1) * (UNITS.get(unit.toLowerCase()) ?? 0);
  return new Date(now.getTime() - milliseconds).toISOString().slice(0, 10);
}

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

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function minutesFromUtc(zone = ''): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (!sign) return 60 * (ZONES.get(zone.toLowerCase()) ?? 0);
  return (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
}

/** Empty for a day that there is not, and for one that is not of this century, as no post can be. */
function dayOf(year: number, month: number, day: number, minutes = 0): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!(year >= 2000 && year < 2100) || date.getUTCMonth() !== month - 1) return '';
  date.setUTCMinutes(minutes);
  return date.toISOString().slice(0, 10);
}
