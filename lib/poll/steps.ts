import { FIRST_YEAR } from '../blog/site.ts';
import type { Parsed } from '../parse/parsed.ts';
import type { Step } from '../store/database.ts';

/** Between two requests for parts of the back catalogue. */
export const PACE_MS = 1000;

/** The JSON tells the back catalogue with few requests. */
export const FIRST_STEP: Step = { kind: 'entries', skip: 0, withoutAddress: 0 };

/** The year pages tell what the JSON does not. */
export function firstYearStep(now: number): Step {
  return { kind: 'year', year: new Date(now).getUTCFullYear() };
}

/** The step after one that has brought this; undefined after the last. */
export function stepAfter(step: Step, { posts, count, total = 0 }: Parsed, now: number): Step | undefined {
  if (step.kind === 'year') return step.year > FIRST_YEAR ? { kind: 'year', year: step.year - 1 } : undefined;
  const withoutAddress = step.withoutAddress + count - posts.length;
  const skip = step.skip + count;
  if (count > 0 && skip < total) return { kind: 'entries', skip, withoutAddress };
  return withoutAddress > 0 || total === 0 ? firstYearStep(now) : undefined;
}

/** About how many steps there are from this one on. */
export function stepsFrom(
  step: Step | undefined,
  { count, total = 0 }: Pick<Parsed, 'count' | 'total'>,
  now: number,
): number {
  if (!step) return 0;
  if (step.kind === 'year') return step.year - FIRST_YEAR + 1;
  const years = new Date(now).getUTCFullYear() - FIRST_YEAR + 1;
  return Math.ceil(Math.max(total - step.skip, 1) / Math.max(count, 1)) + (step.withoutAddress > 0 ? years : 0);
}
