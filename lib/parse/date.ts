const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const MONTH_FIRST = /\b(?<month>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})/i;
const DAY_FIRST = /^\s*(?:[a-z]+,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?[\s-]+(?<year>\d{4})/i;
const YEAR_FIRST = /^\s*(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?!\d)/;
const WITH_ZONE = /\dT\d.*(?:Z|[+-]\d\d:\d\d)\s*$/i;

const AGO = /^(?:today|just now)$|\b(yesterday)\b(?!['’])|\b(\d{1,3}|an?|one) ?([dhmw])(?!on|o\b)[a-z]* ago\b/i;

/** The lengths of what is told in such dates, in milliseconds. */
const UNITS = new Map(Object.entries({ m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }));

/**
 * The day `YYYY-MM-DD` of a date as pages write it (`Sep 23, 2025`, `23 September 2025`, `2025-09-23`), else empty. A time that
 * tells its zone may be of another day in UTC.
 */
export function dayOfText(text: string): string {
  const {
    year,
    month = '',
    day,
  } = (YEAR_FIRST.exec(text) ?? MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups ?? {};
  const written = dayOf(Number(year), Number(month) || monthNumber(month), Number(day));
  const time = written && WITH_ZONE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? written : dayAt(time);
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
  return dayAt(now.getTime() - milliseconds);
}

/** The number of a month, from 1, by the first three letters of its English name; 0 if it is none. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

/** The day `YYYY-MM-DD`, so many minutes after it began; empty for a day that there is not, and for one that is not of this century, as no post can be. */
export function dayOf(year: number, month: number, day: number, minutes = 0): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!(year >= 2000 && year < 2100) || date.getUTCMonth() !== month - 1) return '';
  return dayAt(date.setUTCMinutes(minutes));
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
