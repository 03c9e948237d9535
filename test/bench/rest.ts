import { setTimeout } from 'node:timers/promises';

/** In seconds. */
const REST = Number(process.env['LINER_NOTES_BENCH_REST'] ?? 0);

/**
 * Leaves the machine alone between what prepares a measurement and that itself: a virtual one may be held back after work, and
 * then it is not the product that takes the time.
 */
export async function rest(): Promise<void> {
  await setTimeout(REST * 1_000);
}
