import type { Failure } from '../errors.ts';
import type { Post } from '../post.ts';
import { isAfter } from './catalogue.ts';
import { type Backfill, db, type Step } from './database.ts';
import { pollState } from './polls.ts';
import { knownPosts, storePosts } from './posts.ts';
import { putStateRow, stateRow } from './state.ts';

/** A step that was taken, and what follows it. */
export interface Taken {
  readonly posts: readonly Post[];
  readonly next: Step | undefined;
  /** About how many steps are still to come. */
  readonly left: number;
  readonly total: number | undefined;
}

/** How far the back catalogue is fetched; undefined if the reader was not asked yet. */
export function backfillState(): Promise<Backfill | undefined> {
  return stateRow('backfill');
}

/** Begins to fetch the back catalogue, or goes on where it was cancelled or failed. */
export function startBackfill(first: Step, steps: number): Promise<void> {
  return db.transaction('rw', db.state, async () => {
    const row = await backfillState();
    if (row?.status === 'running') return;
    const fresh: Backfill = { key: 'backfill', status: 'running', next: first, done: 0, steps, found: 0, added: 0 };
    await putStateRow(row?.next ? { ...row, status: 'running', failure: undefined } : fresh);
  });
}

/** The reader wants no more of it, or does not want it at all; what has come stays. */
export function endBackfill(status: 'cancelled' | 'declined'): Promise<void> {
  return db.transaction('rw', db.state, async () => {
    const row = await backfillState();
    await putStateRow(row ? { ...row, status } : { key: 'backfill', status, done: 0, steps: 0, found: 0, added: 0 });
  });
}

/**
 * Notes why it cannot go on; it can be begun again where it stopped. What nobody expected may be the browser that is closing:
 * that ends it only the second time in a row. Answers whether it has ended.
 */
export function failBackfill(failure: Failure): Promise<boolean> {
  return db.transaction('rw', db.state, async () => {
    const row = await backfillState();
    if (row?.status !== 'running') return true;
    const hasEnded = failure.code !== 'internal' || row.failure !== undefined;
    await putStateRow({ ...row, status: hasEnded ? 'failed' : 'running', failure });
    return hasEnded;
  });
}

/**
 * Stores what a step has brought as archived, and how far it has come, in one transaction; nothing if it was cancelled
 * meanwhile. What is newer than the first run is left for the polls. Answers whether any post changed.
 */
export function storeStep({ posts, next, left, total }: Taken): Promise<boolean> {
  return db.transaction('rw', db.posts, db.state, db.aliases, db.unindexed, async () => {
    const row = await backfillState();
    if (row?.status !== 'running') return false;
    const { changed, added } = await storePosts(await ofCatalogue(posts), 'known', () => 'archived');
    const done = row.done + 1;
    const counts = { done, steps: done + left, found: row.found + posts.length, added: row.added + added.length };
    const end = endOf(next, counts.found);
    await putStateRow({ ...row, ...counts, total: total ?? row.total, next, failure: undefined, ...end });
    return changed;
  });
}

function endOf(next: Step | undefined, found: number): Pick<Backfill, 'status' | 'failure'> {
  if (next) return { status: 'running' };
  return found > 0 ? { status: 'done' } : { status: 'failed', failure: { code: 'unreadable', source: 'year' } };
}

async function ofCatalogue(posts: readonly Post[]): Promise<Post[]> {
  const { catalogueBefore = '' } = await pollState();
  const known = await knownPosts(posts.map(({ id }) => id));
  return posts.filter((post) => known.has(post.id) || !isAfter(post, catalogueBefore));
}
