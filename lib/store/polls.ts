import type { Failure } from '../errors.ts';
import type { Post } from '../post.ts';
import { firstRunReading, isOfAnotherDay, laterReading, newestDay } from './catalogue.ts';
import { db, type PollState } from './database.ts';
import { markPosts, storePosts } from './posts.ts';

/** What a poll has brought. */
export interface Findings {
  readonly feed: readonly Post[];
  /** Empty where the home page was not needed, or could not be read. */
  readonly home: readonly Post[];
  /** Why the home page could not be read. What the feed told is stored all the same; the next poll reads both again. */
  readonly failure?: Failure | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What is known of the polls so far; only the key, if there has been none. */
export async function pollState(): Promise<PollState> {
  return (await db.state.get('poll')) ?? { key: 'poll' };
}

/**
 * Stores the posts of a poll, and what the next poll needs, in one transaction. Answers whether any post changed.
 */
export function storeFindings(findings: Findings): Promise<boolean> {
  return db.transaction('rw', db.posts, db.state, async () => {
    const state = await pollState();
    const found = [...findings.home, ...findings.feed];
    const { catalogueBefore } = state;
    const readingOf = catalogueBefore === undefined ? firstRunReading(found) : laterReading(catalogueBefore);
    const homeChanged = await storePosts(findings.home, 'found', readingOf);
    const feedChanged = await storePosts(findings.feed, 'found', readingOf);
    await db.state.put(nextState(state, findings, newestDay(found)));
    return homeChanged || feedChanged;
  });
}

function nextState(state: PollState, { failure, etag, lastModified }: Findings, newest?: string): PollState {
  // The validators stay those of the last poll that worked: the next one reads the feed, and the home page, again.
  if (failure) return { ...state, failure, failedAt: Date.now() };
  const catalogueBefore = state.catalogueBefore ?? earlier(newest, today());
  return { key: 'poll', etag, lastModified, succeededAt: Date.now(), catalogueBefore };
}

/** A date of the blog that lies far ahead must not make archived what comes before it. */
function earlier(day: string | undefined, other: string): string | undefined {
  return day !== undefined && day > other ? other : day;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Notes that a poll found nothing new. */
export async function noteUnchanged(): Promise<void> {
  await noteState({ succeededAt: Date.now(), failure: undefined, failedAt: undefined });
}

/** Notes that a poll failed; what earlier polls brought stays. */
export async function noteFailure(failure: Failure): Promise<void> {
  await noteState({ failure, failedAt: Date.now() });
}

/**
 * Adds what a page of the blog shows of posts that no poll has brought. Before the first run is over nothing is stored,
 * since only that run can tell what is new. Answers whether any post changed.
 */
export function storeSeen(posts: readonly Post[]): Promise<boolean> {
  return db.transaction('rw', db.posts, db.state, async () => {
    const { catalogueBefore } = await pollState();
    if (catalogueBefore === undefined) return false;
    // A page shows the whole catalogue: of the posts of the very day, only a poll can tell which are new.
    const clear = posts.filter((post) => isOfAnotherDay(post, catalogueBefore));
    return storePosts(clear, 'known', laterReading(catalogueBefore));
  });
}

/** Marks a post that was opened as read; one that the library lacks is added. Answers whether anything changed. */
export function storeOpened(post: Post): Promise<boolean> {
  return db.transaction('rw', db.posts, async () => {
    const stored = post.title !== '' && (await storePosts([post], 'known', () => 'archived'));
    const marked = await markPosts([post.id], 'read');
    return stored || marked.length > 0;
  });
}

function noteState(changes: Partial<PollState>): Promise<void> {
  return db.transaction('rw', db.state, async () => {
    await db.state.put({ ...(await pollState()), ...changes });
  });
}
