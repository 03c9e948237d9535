import type { Settings } from './settings.ts';

type QuietHours = Settings['quietHours'];

/** When the quiet hours end that it is in now, in ms since 1970, by the device's own time; undefined outside of them. */
export function quietUntil({ on, from, to }: QuietHours, now: Date): number | undefined {
  if (!on || from === to) return undefined;
  const time = `${two(now.getHours())}:${two(now.getMinutes())}`;
  const overnight = from > to;
  const isQuiet = overnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return undefined;
  const [hours = 0, minutes = 0] = to.split(':').map(Number);
  const isTomorrow = overnight && time >= from;
  const end = new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() + (isTomorrow ? 1 : 0),
    hours,
    minutes,
  ).getTime();
  // In the hour that a day has twice, the time of their end may be over, and the quiet hours not.
  return Math.max(end, now.getTime() + 60_000);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
