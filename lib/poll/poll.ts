import { clearAlarm, moveAlarm, setAlarm, setAlarmAgain } from '../alarms.ts';
import { changeHealth } from '../change-health.ts';
import { getHealth, type Health, UNKNOWN, withTraffic } from '../health.ts';
import type { CheckAnswer } from '../messages.ts';
import { announceChange } from '../revision.ts';
import { getSettings, type Settings } from '../settings.ts';
import { deleteLibrary, openLibrary, type PollState } from '../store/database.ts';
import { storeFindings } from '../store/polls.ts';
import { stateRow } from '../store/state.ts';
import { failureOf, retryAfterOf } from './failure-of.ts';
import { keepAwake } from './keep-awake.ts';
import { type Check, readBlog } from './read-blog.ts';
import type { Meter } from './request.ts';
import { askedUntil, isDue, nextDue } from './schedule.ts';

/** Neither the reader nor a popup that has nothing to show can have the blog checked more often than this. */
const ASK_AGAIN_MS = 10_000;

let running: Promise<void> | undefined;
/** By the clock that nobody sets. */
let askedAt = Number.NEGATIVE_INFINITY;

/** Checks the blog if it is time to, and sees to it that the next check comes round; leaves an alarm that is set as it is. */
export async function pollIfDue(): Promise<void> {
  const [health, settings] = await Promise.all([getHealth(), getSettings()]);
  if (
    isDue(health, settings, Date.now()) ||
    (health.failures === 0 && (await hasLostLibrary(health).catch(() => false)))
  ) {
    // Rings again if this poll is stopped on its way, or as long as there is no network.
    await setAlarmAgain('poll');
    if (navigator.onLine) await poll();
  } else if (health.dueAt !== undefined) {
    await setAlarm('poll', health.dueAt);
  }
}

/**
 * Checks the blog now, but not more often than it is good for. What the reader asks for also forgets how long it wanted to wait
 * after failures.
 */
export async function checkNow(byReader: boolean): Promise<CheckAnswer> {
  const health = await getHealth();
  const again = ASK_AGAIN_MS + (byReader ? Date.now() + askedAt - performance.now() : lastCheck(health));
  const until = Math.ceil(Math.max(again, askedUntil(health, Date.now())));
  if (until > Date.now()) return { kind: 'wait', until };
  if (!navigator.onLine) return { kind: 'failed', failure: { code: 'offline' } };
  if (!running) {
    if (byReader) {
      askedAt = performance.now();
      await changeHealth((health) => ({ ...health, failures: 0 }));
    }
  }
  await poll();
  const after = await getHealth();
  return after.failures > 0 && after.failure ? { kind: 'failed', failure: after.failure } : { kind: 'checked' };
}

/** When the last check was, though the clock may have been set back since. */
function lastCheck({ checkedAt = 0 }: Health): number {
  return Math.min(checkedAt, Date.now());
}

/** Deletes the library, also one that does not open, and reads the blog as for the first time; answers once it is deleted. */
export async function startAnew(): Promise<void> {
  while (running) await running;
  const deleted = deleteAll();
  running = keepAwake(() => deleted.catch(() => {}).then(pollOnce)).finally(() => {
    running = undefined;
  });
  await deleted;
}

async function deleteAll(): Promise<void> {
  // First: nobody shall take the library for lost.
  await changeHealth(() => UNKNOWN);
  await deleteLibrary();
  await announceChange();
}

/** Puts the next check where another interval has it. */
export async function replan(settings: Settings): Promise<void> {
  const { dueAt } = await changeHealth((health) => ({
    ...health,
    dueAt: health.checkedAt === undefined ? undefined : nextDue(health, settings, health.checkedAt),
  }));
  if (dueAt === undefined) await clearAlarm('poll');
  else await moveAlarm('poll', dueAt);
}

/** Checks the blog and stores what is new; joins the check that is under way, if there is one. How it went is noted. */
export function poll(): Promise<void> {
  running ??= keepAwake(pollOnce).finally(() => {
    running = undefined;
  });
  return running;
}

async function pollOnce(): Promise<void> {
  const meter: Meter = { requests: 0, bytes: 0 };
  const note = await check(meter);
  const settings = getSettings();
  const { dueAt } = await changeHealth(async (health) => {
    const now = Date.now();
    const noted = { ...note({ ...health, checkedAt: now }, now), traffic: withTraffic(health.traffic, meter, now) };
    return { ...noted, dueAt: nextDue(noted, await settings, now) };
  });
  if (dueAt === undefined) await clearAlarm('poll');
  else await moveAlarm('poll', dueAt);
}

type Note = (health: Health, now: number) => Health;

/** Answers how to note what came of it. */
async function check(meter: Meter): Promise<Note> {
  try {
    await openLibrary();
    const [health, state] = await Promise.all([getHealth(), stateRow('poll')]);
    const result = await readBlog(state ?? { key: 'poll' }, meter);
    if (result.findings && (await storeFindings(result.findings))) await announceChange();
    return success(result, isLost(health, state));
  } catch (error) {
    return failure(error);
  }
}

/** A library that was filled once, and is empty, was taken away by the browser: from a damaged database, or to make room. */
function isLost({ succeededAt }: Health, state: PollState | undefined): boolean {
  return succeededAt !== undefined && state === undefined;
}

async function hasLostLibrary(health: Health): Promise<boolean> {
  return isLost(health, await stateRow('poll'));
}

function success({ source, trouble, retryAfter = 0 }: Check, isLost: boolean): Note {
  return (health, now) => ({
    ...health,
    succeededAt: now,
    source,
    trouble,
    failures: 0,
    failingSince: undefined,
    notBefore: retryAfter > 0 ? now + retryAfter : undefined,
    ...(isLost && { libraryLostAt: now }),
  });
}

function failure(error: unknown): Note {
  const told = failureOf(error);
  const retryAfter = retryAfterOf(error);
  return (health, now) => ({
    ...health,
    failures: health.failures + 1,
    failingSince: health.failingSince ?? now,
    failure: told,
    failedAt: now,
    notBefore: retryAfter > 0 ? now + retryAfter : undefined,
  });
}
