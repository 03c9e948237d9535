import { isDue, nextDue } from '../../lib/poll/schedule.ts';
import type { Chance } from '../replica/chance.ts';

const HOUR = 3_600_000;

/** The default, which nearly everybody keeps. */
const RHYTHM = { intervalMinutes: 60 } as const;

/** Of the browsers, how many run day and night. The others come and go, for so long on average. */
const ALWAYS = 0.3;
const SESSION_MS = 2 * HOUR;
const BREAK_MS = 6 * HOUR;

/** What each of many installations knows of its checks, and when its browser runs. All times are in ms since 1970. */
export interface Installations {
  isRunning(one: number, now: number): boolean;
  /** Starts the browser where it does not run. */
  wake(one: number, now: number): void;
  isDue(one: number, now: number): boolean;
  /** Notes that a check has worked. */
  succeed(one: number, now: number): void;
  /** Notes that a check has failed, and for how many ms the blog asked to be left alone. */
  fail(one: number, now: number, retryAfter: number): void;
  /** When the alarm rings, or the browser starts the next time if it is closed before that. */
  nextWake(one: number): number;
}

/** So many that have just been installed. */
export function createInstallations(count: number, chance: Chance): Installations {
  const checkedAt = new Float64Array(count);
  const dueAt = new Float64Array(count);
  const notBefore = new Float64Array(count);
  const failures = new Uint8Array(count);
  const endsAt = new Float64Array(count);

  const at = (times: Float64Array, one: number) => times[one] || undefined;
  const pastOf = (one: number) => ({
    checkedAt: at(checkedAt, one),
    dueAt: at(dueAt, one),
    notBefore: at(notBefore, one),
    failures: failures[one] ?? 0,
  });
  const note = (one: number, now: number, failed: number, until: number): void => {
    checkedAt[one] = now;
    failures[one] = failed;
    notBefore[one] = until;
    dueAt[one] = nextDue(pastOf(one), RHYTHM, now, chance.next) ?? Number.POSITIVE_INFINITY;
  };
  const about = (mean: number): number => -Math.log(1 - chance.next()) * mean;

  const installations: Installations = {
    isRunning: (one, now) => now < (endsAt[one] ?? 0),
    wake(one, now) {
      if (installations.isRunning(one, now)) return;
      endsAt[one] = one < ALWAYS * count ? Number.POSITIVE_INFINITY : now + about(SESSION_MS);
    },
    isDue: (one, now) => isDue(pastOf(one), RHYTHM, now),
    succeed: (one, now) => note(one, now, 0, 0),
    fail: (one, now, retryAfter) => note(one, now, (failures[one] ?? 0) + 1, retryAfter > 0 ? now + retryAfter : 0),
    nextWake(one) {
      const [due, end] = [dueAt[one] ?? 0, endsAt[one] ?? 0];
      return due < end ? due : end + about(BREAK_MS);
    },
  };
  return installations;
}
