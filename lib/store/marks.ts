import { type Done, isOfBookmark, type Mark, type PostId } from '../post.ts';
import { keptIds } from './aliases.ts';
import { db, type LibraryPost } from './database.ts';
import { stateOf } from './post-state.ts';
import { unreadBefore } from './posts.ts';
import { wantNewCopies } from './savings.ts';
import { logStep } from './undo.ts';

/** Gives posts of the library a mark; undefined if all of them had it. Ids of no post are passed over. */
export function markPosts(ids: readonly PostId[], mark: Mark): Promise<Done | undefined> {
  return act(mark, () => postsOf(ids));
}

/** Marks every unread post that is older than this one as read. */
export function markOlderRead(id: PostId): Promise<Done | undefined> {
  return act('read', async () => {
    const [post] = await postsOf([id]);
    return post ? unreadBefore(post).toArray() : [];
  });
}

/**
 * Marks a post as read that the reader has opened or finished; not an action that is undone. The place in it stays. Answers
 * whether it was not.
 */
export function markOpened(id: PostId): Promise<boolean> {
  return db.transaction('rw', db.posts, db.aliases, async () => {
    const changed = (await postsOf([id])).filter((post) => !hasMark(post, 'read'));
    const at = Date.now();
    await db.posts.bulkPut(changed.map((post) => opened(post, at)));
    return changed.length > 0;
  });
}

/** Notes that the reader opens posts from a list, and marks them as read, if that is wanted; that can be undone. */
export function markOpenedFromList(ids: readonly PostId[], asRead: boolean): Promise<Done | undefined> {
  return db.transaction('rw', db.posts, db.aliases, db.undoSteps, async () => {
    const posts = await postsOf(ids);
    const changed = new Set(asRead ? posts.filter((post) => !hasMark(post, 'read')) : []);
    const at = Date.now();
    await db.posts.bulkPut(posts.map((post) => ({ ...(changed.has(post) ? opened(post, at) : post), openedAt: at })));
    if (changed.size === 0) return undefined;
    const before = [...changed].map((post) => ({
      ...markOf(post, 'read'),
      ...(stateOf(post).place !== undefined && { progressAt: post.progressAt }),
    }));
    return logStep({ mark: 'read', at, before });
  });
}

function act(mark: Mark, postsOf: () => Promise<LibraryPost[]>): Promise<Done | undefined> {
  const tables = [db.posts, db.aliases, db.undoSteps, db.unindexed, db.copies, db.savings];
  return db.transaction('rw', tables, async () => {
    const changed = (await postsOf()).filter((post) => !hasMark(post, mark));
    if (changed.length === 0) return undefined;
    const at = Date.now();
    await db.posts.bulkPut(changed.map((post) => withMark(post, mark, at)));
    // The text of a post is searched as long as that is saved.
    if (isOfBookmark(mark)) await db.unindexed.bulkPut(changed.map(({ id }) => ({ id })));
    if (mark === 'saved') await wantNewCopies(changed.map(({ id }) => id));
    return logStep({ mark, at, before: changed.map((post) => markOf(post, mark)) });
  });
}

async function postsOf(ids: readonly PostId[]): Promise<LibraryPost[]> {
  const posts = await db.posts.bulkGet(await keptIds(ids));
  return posts.filter((post) => post !== undefined);
}

function hasMark({ reading, bookmarked = false }: LibraryPost, mark: Mark): boolean {
  return isOfBookmark(mark) ? bookmarked === (mark === 'saved') : reading === mark;
}

/** The post, read; the place in it stays. */
function opened(post: LibraryPost, at: number): LibraryPost {
  return { ...withMark(post, 'read', at), ...(stateOf(post).place !== undefined && { progressAt: at }) };
}

/** The post as a mark makes it, given when that is, in ms since 1970. */
export function withMark(post: LibraryPost, mark: Mark, at: number): LibraryPost {
  if (isOfBookmark(mark)) return { ...post, bookmarked: mark === 'saved', bookmarkedAt: at };
  return { ...post, reading: mark, readingAt: at };
}

/** The part of a post that a mark changes. */
function markOf({ id, reading, readingAt, bookmarked, bookmarkedAt }: LibraryPost, mark: Mark) {
  return isOfBookmark(mark) ? { id, bookmarked, bookmarkedAt } : { id, reading, readingAt };
}
