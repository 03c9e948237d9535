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
 * shown under a new one meanwhile becomes one with the post; of two marks the later stays, and of two texts or copies that of the
 * post.
 */
export async function storeMoves(moved: ReadonlyMap<PostId, PostId>): Promise<void> {
  for (const [id, post] of moved) {
    const [double, kept] = await db.posts.bulkGet([id, post]);
    if (double && kept) await db.posts.put({ ...kept, ...laterState(kept, double) });
    await db.posts.delete(id);
    const hasText = await moveText(id, post);
    await moveCopy(id, post);
    if (double || hasText) await db.unindexed.bulkPut([{ id }, { id: post }]);
    await db.aliases.put({ id, post });
  }
}

/** Answers whether there was a text. */
async function moveText(from: PostId, to: PostId): Promise<boolean> {
  const [text, kept] = await db.texts.bulkGet([from, to]);
  if (text && !kept) await db.texts.put({ ...text, id: to });
  await db.texts.delete(from);
  return text !== undefined;
}

/** What the reader has said of either, each the last that was said, and when either was opened last. */
function laterState(a: LibraryPost, b: LibraryPost): Partial<LibraryPost> {
  const { reading, readingAt } = b.readingAt > a.readingAt ? b : a;
  const { bookmarked, bookmarkedAt } = (b.bookmarkedAt ?? 0) > (a.bookmarkedAt ?? 0) ? b : a;
  const { progress, progressAt } = (b.progressAt ?? 0) > (a.progressAt ?? 0) ? b : a;
  const openedAt = Math.max(a.openedAt ?? 0, b.openedAt ?? 0) || undefined;
  return { reading, readingAt, bookmarked, bookmarkedAt, progress, progressAt, openedAt, words: a.words ?? b.words };
}

async function moveCopy(from: PostId, to: PostId): Promise<void> {
  const [copy, article] = [await db.copies.get(from), await db.articles.get(from)];
  if (copy && article && !(await db.copies.get(to))) {
    await db.copies.put({ ...copy, id: to });
    await db.articles.put({ ...article, id: to });
  }
  for (const table of [db.copies, db.articles, db.savings]) await table.delete(from);
}
