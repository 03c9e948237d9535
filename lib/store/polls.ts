import type { Post, PostId } from '../post.ts';
import { keptIds, storeMoves } from './aliases.ts';
import { catalogueEnd, firstRunReading, isOfAnotherDay, laterReading } from './catalogue.ts';
import { db, type PollState } from './database.ts';
import { markOpened } from './marks.ts';
import { addToOutbox } from './outbox.ts';
import { storePosts } from './posts.ts';
import { putStateRow, stateRow } from './state.ts';

/** What a poll has brought. */
export interface Findings {
  /** The posts of each source that was read, each newest first; what a later source says counts. */
  readonly sources: ReadonlyArray<readonly Post[]>;
  /** Posts whose address has changed: the ids of the new addresses, and of the posts in the library. */
  readonly moved: ReadonlyMap<PostId, PostId>;
  /** What the next poll has to know. */
  readonly state: Omit<PollState, 'key' | 'catalogueBefore'>;
  /** Whether the newest posts are all among these, so that it is known where the back catalogue begins. */
  readonly isSettled: boolean;
}

/** What is known of the polls so far; only the key, if there has been none. */
export async function pollState(): Promise<PollState> {
  return (await stateRow('poll')) ?? { key: 'poll' };
}

/**
 * Stores the posts of a poll, and what the next poll needs, in one transaction; posts that are new after the first run wait
 * in the outbox to be notified of. Answers whether any post changed.
 */
export function storeFindings({ sources, moved, state, isSettled }: Findings): Promise<boolean> {
  const tables = [db.posts, db.state, db.aliases, db.texts, db.unindexed, db.copies, db.articles, db.savings];
  return db.transaction('rw', tables, async () => {
    const { catalogueBefore } = await pollState();
    const found = sources.flat();
    const readingOf = catalogueBefore === undefined ? firstRunReading(found) : laterReading(catalogueBefore);
    await storeMoves(moved);
    let changed = moved.size > 0;
    for (const posts of sources) {
      const stored = await storePosts(posts, 'found', readingOf);
      changed ||= stored.changed;
      if (catalogueBefore !== undefined) await addToOutbox(stored.added);
    }
    const end = isSettled ? catalogueEnd(found, new Date()) : undefined;
    await putStateRow({ key: 'poll', ...state, catalogueBefore: catalogueBefore ?? end });
    return changed;
  });
}

/**
 * Adds what a page of the blog shows of posts that no poll has brought. Before the first run is over nothing is stored,
 * since only that run can tell what is new. Answers whether any post changed.
 */
export function storeSeen(posts: readonly Post[]): Promise<boolean> {
  return db.transaction('rw', db.posts, db.state, db.aliases, db.unindexed, async () => {
    const { catalogueBefore } = await pollState();
    if (catalogueBefore === undefined) return false;
    // A page shows the whole catalogue: of the posts of the very day, only a poll can tell which are new.
    const clear = posts.filter((post) => isOfAnotherDay(post, catalogueBefore));
    return (await storePosts(clear, 'known', laterReading(catalogueBefore))).changed;
  });
}

/**
 * Adds a post that the reader has opened, if the library lacks it, marks it as read, and notes when that was. Answers whether
 * anything changed but that.
 */
export function storeOpened(post: Post, isRead: boolean): Promise<boolean> {
  return db.transaction('rw', db.posts, db.aliases, db.unindexed, async () => {
    const stored = post.title !== '' && (await storePosts([post], 'known', () => 'archived')).changed;
    const marked = isRead && (await markOpened(post.id));
    const [kept = post.id] = await keptIds([post.id]);
    await db.posts.update(kept, { openedAt: Date.now() });
    return stored || marked;
  });
}
