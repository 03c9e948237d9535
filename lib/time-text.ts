import { intlFormatDistance } from 'date-fns/intlFormatDistance';
import { i18n } from '#i18n';

/** How far a time is from now: `5 minutes ago`, `in 55 minutes`. All times are in ms since 1970. */
export function distanceText(time: number, now: number): string {
  return intlFormatDistance(time, now, { locale: i18n.t('locale') });
}

/** How long ago a time was; never ahead, though the clock may have been set back. */
export function agoText(time: number, now: number): string {
  return distanceText(Math.min(time, now), now);
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
  return new Intl.DateTimeFormat(i18n.t('locale'), options).format(time);
}
