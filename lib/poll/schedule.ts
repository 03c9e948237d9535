import type { Health } from '../health.ts';
import type { Settings } from '../settings.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A check comes up to so much earlier or later than the interval says: a tenth, less what an alarm may be late. */
const JITTER = 0.09;

/** Over so long the checks come that the blog has sent away for the same time. */
const LONGEST_SPREAD = 60 * MINUTE;

/** A clock is set by less than this all the time, and nobody notices. */
const CLOCK_SLACK = MINUTE;

/** A timer may be this early. */
const TIMER_SLACK = 1000;

type Rhythm = Pick<Settings, 'intervalMinutes'>;
type Past = Pick<Health, 'checkedAt' | 'dueAt' | 'failures' | 'notBefore'>;

/**
 * When the next check is due, in ms since 1970; undefined if the reader checks by hand only. After failures it comes later
 * and later, anywhere between the interval and its double, fourfold and so on up to a day: exponential backoff with full
 * jitter. `random` answers numbers from 0 to 1.
 */
export function nextDue(
  past: Past,
  { intervalMinutes }: Rhythm,
  now: number,
  random = Math.random,
): number | undefined {
  if (intervalMinutes === 0) return undefined;
  const interval = intervalMinutes * MINUTE;
  const calm = interval * (1 + JITTER * (2 * random() - 1));
  const longest = Math.max(calm, Math.min(DAY, interval * 2 ** past.failures));
  const backedOff = calm + random() * (longest - calm);
  // Whom the blog sends away for the same time must not all come back at the same time.
  const asked = askedUntil(past, now);
  return Math.ceil(Math.max(now + backedOff, asked && asked + random() * Math.min(interval, LONGEST_SPREAD)));
}

/** Whether it is time to check: never done, over the time, or the clock has been set back to before the last check. */
export function isDue({ checkedAt, dueAt }: Past, { intervalMinutes }: Rhythm, now: number): boolean {
  if (checkedAt === undefined) return true;
  if (intervalMinutes === 0) return false;
  return dueAt === undefined || now >= dueAt - TIMER_SLACK || now < checkedAt - CLOCK_SLACK;
}

/** Until when the blog asked to be left alone, in ms since 1970; 0 if that is over, or so far ahead that the clock was set. */
export function askedUntil({ notBefore = 0 }: Pick<Health, 'notBefore'>, now: number): number {
  return notBefore > now && notBefore <= now + DAY ? notBefore : 0;
}

/** How long to leave the blog alone for an answer's `Retry-After`, in ms, at most a day; 0 if it says nothing sensible. */
export function retryAfterOf(header: string | null, now: number): number {
  if (!header) return 0;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), DAY);
}
