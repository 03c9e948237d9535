import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL_MS = 25;

/**
 * Asks `check` again and again until it answers something other than undefined or false, and answers that.
 * A check that throws counts as "not yet". After `timeout` milliseconds throws an Error that names `what` was awaited and
 * what the last check gave.
 */
export async function waitFor<T>(
  check: () => Promise<T | undefined | false>,
  what: string,
  timeout = 30_000,
): Promise<T> {
  const end = performance.now() + timeout;
  let last: unknown;
  do {
    try {
      const value = await check();
      if (value !== undefined && value !== false) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await pause(INTERVAL_MS);
  } while (performance.now() < end);
  throw new Error(`Waited ${timeout} ms in vain for ${what}; last: ${String(last)}`, { cause: last });
}
