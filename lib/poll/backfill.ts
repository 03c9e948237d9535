import pRetry from 'p-retry';
import { clearAlarm, setAlarmAgain } from '../alarms.ts';
import { changeHealth } from '../change-health.ts';
import { BlogRefused, BlogSlow, BlogUnreachable, type Failure } from '../errors.ts';
import { getHealth, withTraffic } from '../health.ts';
import type { Parsed } from '../parse/parsed.ts';
import { announceChange } from '../revision.ts';
import { backfillState, failBackfill, startBackfill, storeStep } from '../store/backfill.ts';
import type { Step } from '../store/database.ts';
import { pollState } from '../store/polls.ts';
import { failureOf, mayDoBetter, retryAfterOf } from './failure-of.ts';
import { keepAwake } from './keep-awake.ts';
import { pause } from './pause.ts';
import { poll } from './poll.ts';
import { readStep } from './read-source.ts';
import type { Meter } from './request.ts';
import { askedUntil } from './schedule.ts';
import { FIRST_STEP, firstYearStep, PACE_MS, stepAfter, stepsFrom } from './steps.ts';

const RETRIES = 2;

let running: Promise<void> | undefined;

/** Begins to fetch the back catalogue, or goes on where it was cancelled or failed. */
export async function beginBackfill(): Promise<void> {
  await startBackfill(FIRST_STEP, stepsFrom(firstYearStep(Date.now()), { count: 0 }, Date.now()));
}

/** Fetches the back catalogue as far as it is wanted and not there yet, a request a second; joins that if it is under way. */
export function continueBackfill(): Promise<void> {
  running ??= keepAwake(run).finally(() => {
    running = undefined;
  });
  return running;
}

async function run(): Promise<void> {
  if ((await backfillState())?.status !== 'running') return clearAlarm('backfill');
  // Whoever is stopped on the way is woken up to go on.
  await setAlarmAgain('backfill');
  const failure = (await obstacle()) ?? (await takeSteps());
  // Where it stays under way the alarm rings again.
  if (failure?.code === 'offline' || (failure && !(await failBackfill(failure)))) return;
  await clearAlarm('backfill');
  // It may have been begun again meanwhile.
  if (await nextStep()) await run();
}

/** Why it cannot begin: the blog asks to be left alone, or the first run, which has to come before it, does not succeed. */
async function obstacle(): Promise<Failure | undefined> {
  if (askedUntil(await getHealth(), Date.now()) > 0) return { code: 'busy' };
  if (await isFirstRunOver()) return undefined;
  if (!navigator.onLine) return { code: 'offline' };
  await poll();
  if (await isFirstRunOver()) return undefined;
  const { failingSince, failure, trouble } = await getHealth();
  return (failingSince === undefined ? trouble?.failure : failure) ?? { code: 'internal' };
}

async function isFirstRunOver(): Promise<boolean> {
  return (await pollState()).catalogueBefore !== undefined;
}

/** Takes the steps that are left; answers why it cannot go on, if it cannot. */
async function takeSteps(): Promise<Failure | undefined> {
  try {
    for (let step = await nextStep(); step; step = await nextStep()) await takeStep(step);
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

async function nextStep(): Promise<Step | undefined> {
  const row = await backfillState();
  return row?.status === 'running' ? row.next : undefined;
}

async function takeStep(step: Step): Promise<void> {
  await pause(PACE_MS);
  const parsed = await readPatiently(step);
  const now = Date.now();
  const next = parsed ? stepAfter(step, parsed, now) : firstYearStep(now);
  const told: Parsed = parsed ?? { posts: [], count: 0 };
  const stored = await storeStep({ posts: told.posts, next, left: stepsFrom(next, told, now), total: told.total });
  if (stored) await announceChange();
}

/** What a step tells; undefined if the JSON is not there, and the year pages have to tell it all. */
async function readPatiently(step: Step): Promise<Parsed | undefined> {
  const meter: Meter = { requests: 0, bytes: 0 };
  let retryAfter = 0;
  try {
    return await pRetry(() => readStep(step, meter), {
      retries: RETRIES,
      minTimeout: 2 * PACE_MS,
      shouldRetry: ({ error }) => isPassing(error),
    });
  } catch (error) {
    retryAfter = retryAfterOf(error);
    if (step.kind === 'entries' && mayDoBetter(error)) return undefined;
    throw error;
  } finally {
    await changeHealth((health) => {
      const now = Date.now();
      const asked = retryAfter > 0 && { notBefore: now + retryAfter };
      return { ...health, ...asked, traffic: withTraffic(health.traffic, meter, now) };
    });
  }
}

/** Whether it may be over in a few seconds. */
function isPassing(error: unknown): boolean {
  if (error instanceof BlogRefused) return error.failure.status >= 500 && error.retryAfter === 0;
  return error instanceof BlogUnreachable || error instanceof BlogSlow;
}
