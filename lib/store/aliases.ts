import type { Post, PostId } from '../post.ts';
import { db, type LibraryPost } from './database.ts';

/** The ids under which the library keeps these posts: the blog may have given some of them another address meanwhile. */
export async function keptIds(ids: readonly PostId[]): Promise<PostId[]> {
  // They are few, and the ids may be many.
  const kept = new Map((await db.aliases.toArray()).map(({ id, post }) => [id, post]));
  return ids.map((id) => kept.get(id) ?? id);
}

/** The posts under the ids under which the library keeps them. */
export async function keptPosts<P extends Post>(posts: readonly P[]): Promise<P[]> {
  const ids = await keptIds(posts.map(({ id }) => id));
  return posts.map((post, i) => ({ ...post, id: ids[i] ?? post.id }));
}

/**
 * Remembers new addresses of posts: ids of the new by those that the library keeps them under. What a page of the blog has
 * shown under a new one meanwhile becomes one with the post; of two marks the later stays.
 */
export async function storeMoves(moved: ReadonlyMap<PostId, PostId>): Promise<void> {
  for (const [id, post] of moved) {
    const [double, kept] = await db.posts.bulkGet([id, post]);
    if (double && kept) await db.posts.put({ ...kept, ...laterState(kept, double) });
    await db.posts.delete(id);
    await db.aliases.put({ id, post });
  }
}

/** What the reader has said of either, each the last that was said. */
function laterState(a: LibraryPost, b: LibraryPost): Partial<LibraryPost> {
  const { reading, readingAt } = b.readingAt > a.readingAt ? b : a;
  const { bookmarked, bookmarkedAt } = (b.bookmarkedAt ?? 0) > (a.bookmarkedAt ?? 0) ? b : a;
  const { progress, progressAt } = (b.progressAt ?? 0) > (a.progressAt ?? 0) ? b : a;
  return { reading, readingAt, bookmarked, bookmarkedAt, progress, progressAt };
}
