import type { Mark, Post, PostId } from '../post.ts';
import { laterReading } from './catalogue.ts';
import { db, type LibraryPost } from './database.ts';
import { markPosts } from './marks.ts';
import { pollState } from './polls.ts';
import { storePosts } from './posts.ts';
import { putStateRow, stateRow } from './state.ts';

/**
 * Gives a post a mark of which nothing but the address need be known: one that the library lacks is added, and noted so that
 * its own page is read. Answers whether anything changed.
 */
export function markNamed(post: Post, mark: Mark): Promise<boolean> {
  const tables = [db.posts, db.state, db.aliases, db.undoSteps, db.unindexed, db.copies, db.savings];
  return db.transaction('rw', tables, async () => {
    const { catalogueBefore } = await pollState();
    // Before the first run is over it is most likely one of the many old ones.
    const readingOf = catalogueBefore === undefined ? () => 'archived' as const : laterReading(catalogueBefore);
    const { changed, added } = await storePosts([post], 'known', readingOf);
    await noteNamed(added);
    return (await markPosts([post.id], mark)) !== undefined || changed;
  });
}

/** The posts that have come with nothing but their address, and whose own page was not read yet. */
export async function namedIds(): Promise<readonly PostId[]> {
  return (await stateRow('named'))?.ids ?? [];
}

/** The page of a post has been read; in the transaction that stores what it has told. */
export async function forgetNamed(id: PostId): Promise<void> {
  const ids = await namedIds();
  if (ids.includes(id)) await putStateRow({ key: 'named', ids: ids.filter((other) => other !== id) });
}

async function noteNamed(posts: readonly LibraryPost[]): Promise<void> {
  if (posts.length === 0) return;
  await putStateRow({ key: 'named', ids: [...posts.map(({ id }) => id), ...(await namedIds())] });
}
