import { BlogUnreadable, type Source } from '../errors.ts';
import type { Post } from '../post.ts';
import type { Step } from '../store/database.ts';
import { knownPosts } from '../store/posts.ts';
import { mayDoBetter } from './failure-of.ts';
import { pause } from './pause.ts';
import { readStep } from './read-source.ts';
import type { Meter } from './request.ts';
import { FIRST_STEP, firstYearStep, PACE_MS, stepAfter } from './steps.ts';

/** What came of filling a gap; with an error if it could not be filled to its end. */
export interface Filled {
  readonly posts: Post[];
  readonly source: Source;
  readonly error?: unknown;
}

/** So many parts are read for one gap: more than the blog has. */
const MOST_STEPS = 30;

/**
 * The posts back to one that the library had on the day `until` or before: from the JSON, page by page, or from the year
 * pages where that cannot be read or does not tell all addresses. Without a day, the newest alone.
 */
export async function fillGap(until: string | undefined, meter: Meter): Promise<Filled> {
  const entries = await walk(FIRST_STEP, until, meter);
  if (entries.error === undefined || !mayDoBetter(entries.error)) return entries;
  const years = await walk(firstYearStep(Date.now()), until, meter);
  // Of years that tell nothing nobody knows whether they had posts.
  if (years.posts.length === 0) return entries;
  return { ...years, posts: [...years.posts, ...entries.posts] };
}

async function walk(first: Step, until: string | undefined, meter: Meter): Promise<Filled> {
  const posts: Post[] = [];
  const source = first.kind;
  try {
    let step: Step | undefined = first;
    for (let taken = 0; step?.kind === source && taken < MOST_STEPS; taken++) {
      if (taken > 0) await pause(PACE_MS);
      const parsed = await readStep(step, meter);
      posts.push(...parsed.posts);
      const isEnough = until === undefined ? posts.length > 0 : await reaches(parsed.posts, until);
      if (isEnough || isBefore(step, until)) return { posts, source };
      step = stepAfter(step, parsed, Date.now());
    }
    // At its end, or the year pages have to go on where addresses are missing.
    return step ? { posts, source, error: new BlogUnreadable(source) } : { posts, source };
  } catch (error) {
    return { posts, source, error };
  }
}

async function reaches(posts: readonly Post[], until: string): Promise<boolean> {
  const known = await knownPosts(posts.map(({ id }) => id));
  return [...known.values()].some(({ date }) => date <= until);
}

function isBefore(step: Step, until: string | undefined): boolean {
  return step.kind === 'year' && (until === undefined || step.year <= Number(until.slice(0, 4)));
}
