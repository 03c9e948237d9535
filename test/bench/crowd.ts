import { retryAfterOf } from '../../lib/poll/schedule.ts';
import { createChance } from '../replica/chance.ts';
import { createInstallations } from './installations.ts';
import { createTimetable } from './timetable.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The day that counts begins here. */
const START = Date.UTC(2026, 0, 2);
const UPDATE = START + 6 * HOUR;
const OUTAGE = { from: START + 12 * HOUR, to: START + 13 * HOUR };
const PUBLICATION = START + 18 * HOUR;

/** Nothing; half an hour; the same date for all, an hour after the real end. */
const RETRY_AFTER = [null, '1800', new Date(OUTAGE.to + HOUR).toUTCString()] as const;

/** What reached the blog on a day, by the minute. */
export interface CrowdDay {
  readonly checks: Uint32Array;
  /** Those of them that were an installation's first after a post was published: they ask for the home page as well. */
  readonly firstAfterPost: Uint32Array;
}

/**
 * A day of many installations that check the blog by the extension's own schedule. They were installed at any time of the
 * day before. Some browsers always run; the others are started and closed at any time, or the device wakes up and sleeps,
 * and what is overdue then is checked at once. People have no rhythm here, as if spread evenly over the world: a peak is the
 * extension's doing alone.
 *
 * On the day, the store updates all in one moment, which starts each background anew. Later the blog is gone for an hour: a
 * third of the checks fail without `Retry-After`, a third with a number of seconds, and a third with one date for all, on
 * which the blog has been back for an hour. In the evening a post is published.
 */
export function simulateDay(count: number, seed: string): CrowdDay {
  const chance = createChance(seed);
  const installations = createInstallations(count, chance);
  const timetable = createTimetable(count, START - DAY, START + DAY);
  const day = { checks: new Uint32Array(DAY / MINUTE), firstAfterPost: new Uint32Array(DAY / MINUTE) };
  const knowsPost = new Uint8Array(count);

  const check = (one: number, now: number): void => {
    addTo(day.checks, now);
    const fails = now >= OUTAGE.from && now < OUTAGE.to;
    if (fails) installations.fail(one, now, retryAfterOf(chance.pick(RETRY_AFTER), now));
    else installations.succeed(one, now);
    if (now < PUBLICATION || knowsPost[one]) return;
    knowsPost[one] = 1;
    addTo(day.firstAfterPost, now);
  };
  const checkIfDue = (one: number, now: number): void => {
    if (installations.isDue(one, now)) check(one, now);
  };
  const visit = (one: number, now: number): void => {
    installations.wake(one, now);
    checkIfDue(one, now);
    timetable.put(one, installations.nextWake(one));
  };

  for (let one = 0; one < count; one++) timetable.put(one, START - DAY * (1 - chance.next()));
  timetable.run(visit, UPDATE);
  for (let one = 0; one < count; one++) if (installations.isRunning(one, UPDATE)) checkIfDue(one, UPDATE);
  timetable.run(visit);
  return day;
}

function addTo(minutes: Uint32Array, now: number): void {
  const minute = Math.floor((now - START) / MINUTE);
  if (minute >= 0) minutes[minute] = (minutes[minute] ?? 0) + 1;
}
