import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Figure, plainFigure } from './figure.ts';

/** How long the machine's processors worked, rested or waited for others, in ticks since it was started: proc_stat(5). */
const TIMES = '/proc/stat';
/** Of the first line, which has its name first: the times of `user` to `steal`; what comes behind is counted in these. */
const COUNTED = 8;
/** Those among them in which nobody wanted to work: `idle` and `iowait`. */
const IDLE: readonly number[] = [3, 4];

/** Does the work, and adds how much others had of the processors' time that was wanted, where the machine tells that. */
export async function withStolenTime(work: () => Promise<Figure[]>): Promise<Figure[]> {
  const before = await timesNow();
  const figures = await work();
  const after = await timesNow();
  const times = after.map((time, i) => (IDLE.includes(i) ? 0 : time - (before[i] ?? 0)));
  const whole = times.reduce((sum, time) => sum + time, 0);
  if (whole === 0) return figures;
  return [...figures, plainFigure('processors, taken by others meanwhile', (100 * (times.at(-1) ?? 0)) / whole, '%')];
}

async function timesNow(): Promise<number[]> {
  if (!existsSync(TIMES)) return [];
  const [line = ''] = (await readFile(TIMES, 'utf8')).split('\n');
  return line
    .trim()
    .split(/\s+/)
    .slice(1, COUNTED + 1)
    .map(Number);
}
