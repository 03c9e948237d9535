import type { Post } from '../post.ts';
import type { Step } from '../store/database.ts';
import { knownPosts } from '../store/posts.ts';
import { mayDoBetter } from './failure-of.ts';
import type { Meter } from './fetch-text.ts';
import { pause } from './pause.ts';
import { readStep } from './read-source.ts';
import { FIRST_STEP, firstYearStep, PACE_MS, stepAfter } from './steps.ts';

/** What came of filling a gap; with an error if it could not be filled to its end. */
interface Filled {
  readonly posts: Post[];
  readonly error?: unknown;
}

/**
 * The posts back to one that the library had on the day `until` or before: from the JSON, page by page, or from the year
 * pages where that cannot be read. Without a day, the newest alone.
 */
export async function fillGap(until: string | undefined, meter: Meter): Promise<Filled> {
  const entries = await walk(FIRST_STEP, until, meter);
  if (!entries.error || !mayDoBetter(entries.error)) return entries;
  const years = await walk(firstYearStep(Date.now()), until, meter);
  // Of years that tell nothing nobody knows whether they had posts.
  return years.posts.length > 0 ? years : entries;
}

async function walk(first: Step, until: string | undefined, meter: Meter): Promise<Filled> {
  const posts: Post[] = [];
  try {
    for (let step: Step | undefined = first; step?.kind === first.kind; ) {
      if (step !== first) await pause(PACE_MS);
      const parsed = await readStep(step, meter);
      posts.push(...parsed.posts);
      if (until === undefined || (await reaches(parsed.posts, until)) || isBefore(step, until)) break;
      step = stepAfter(step, parsed, Date.now());
    }
    return { posts };
  } catch (error) {
    return { posts, error };
  }
}

async function reaches(posts: readonly Post[], until: string): Promise<boolean> {
  const known = await knownPosts(posts.map(({ id }) => id));
  return [...known.values()].some(({ date }) => date <= until);
}

function isBefore(step: Step, until: string): boolean {
  return step.kind === 'year' && step.year <= Number(until.slice(0, 4));
}
