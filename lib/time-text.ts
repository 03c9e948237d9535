import { i18n } from '#i18n';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** To make a format takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();
let daysFormat: Intl.RelativeTimeFormat | undefined;

/**
 * How far a time is from now, by what has really passed: `5 minutes ago`, `in 55 minutes`, `2 hours ago`, `now`. All times
 * are in ms since 1970. Libraries count days by the calendar, and cut hours off: `yesterday` may be an hour ago with them.
 */
export function distanceText(time: number, now: number): string {
  const distance = time - now;
  const [unit, size] = unitOf(Math.abs(distance));
  const format = new Intl.RelativeTimeFormat(i18n.t('locale'), {
    numeric: Math.abs(distance) < 1000 ? 'auto' : 'always',
  });
  return format.format(Math.round(distance / size), unit);
}

function unitOf(distance: number): [Intl.RelativeTimeFormatUnit, number] {
  if (distance < MINUTE) return ['second', 1000];
  if (distance < 1.5 * HOUR) return ['minute', MINUTE];
  return distance < 1.5 * DAY ? ['hour', HOUR] : ['day', DAY];
}

/** How long ago a time was; never ahead, though the clock may have been set back. */
export function agoText(time: number, now: number): string {
  return distanceText(Math.min(time, now), now);
}

/** How long ago a day was, `YYYY-MM-DD`: `today`, `3 days ago`, `2 months ago`; never ahead. */
export function daysAgoText(day: string, now: number): string {
  const today = new Date(now);
  const days = Math.max(0, (Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()) - Date.parse(day)) / DAY);
  daysFormat ??= new Intl.RelativeTimeFormat(i18n.t('locale'), { numeric: 'auto' });
  const [unit, size] = dayUnitOf(days);
  return daysFormat.format(-Math.floor(days / size), unit);
}

function dayUnitOf(days: number): [Intl.RelativeTimeFormatUnit, number] {
  if (days < 14) return ['day', 1];
  if (days < 60) return ['week', 7];
  return days < 730 ? ['month', 30.44] : ['year', 365.25];
}

/** A day, `YYYY-MM-DD`, with its month in letters. */
export function dateText(day: string): string {
  return formatted(Date.parse(day), { dateStyle: 'medium', timeZone: 'UTC' });
}

/** The month of a day, `YYYY-MM-DD`. */
export function monthText(day: string): string {
  return formatted(Date.parse(day), { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The time of day, with the day if that is not today. */
export function momentText(time: number, now: number): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return formatted(time, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
}

export function dayText(time: number): string {
  return formatted(time, { dateStyle: 'medium' });
}

function formatted(time: number, options: Intl.DateTimeFormatOptions): string {
  const name = JSON.stringify(options);
  const format = formats.get(name) ?? new Intl.DateTimeFormat(i18n.t('locale'), options);
  formats.set(name, format);
  return format.format(time);
}
