import { type Done, isOfBookmark, type Mark, type PostId } from '../post.ts';
import { keptIds } from './aliases.ts';
import { db, type LibraryPost } from './database.ts';
import { stateOf } from './post-state.ts';
import { unreadBefore, type Wanted, withReading } from './posts.ts';
import { logStep } from './undo.ts';

/** Gives posts of the library a mark; undefined if all of them had it. Ids of no post are passed over. */
export function markPosts(ids: readonly PostId[], mark: Mark): Promise<Done | undefined> {
  return act(mark, () => postsOf(ids));
}

/** Marks every unread post that is wanted as read. */
export function markAllRead(isWanted?: Wanted): Promise<Done | undefined> {
  return act('read', () => withReading('unread', isWanted).toArray());
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
    const placeAt = (post: LibraryPost) => (stateOf(post).place === undefined ? {} : { progressAt: at });
    await db.posts.bulkPut(changed.map((post) => ({ ...withMark(post, 'read', at), ...placeAt(post) })));
    return changed.length > 0;
  });
}

function act(mark: Mark, postsOf: () => Promise<LibraryPost[]>): Promise<Done | undefined> {
  return db.transaction('rw', db.posts, db.aliases, db.state, async () => {
    const changed = (await postsOf()).filter((post) => !hasMark(post, mark));
    if (changed.length === 0) return undefined;
    const at = Date.now();
    await db.posts.bulkPut(changed.map((post) => withMark(post, mark, at)));
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

function withMark(post: LibraryPost, mark: Mark, at: number): LibraryPost {
  if (isOfBookmark(mark)) return { ...post, bookmarked: mark === 'saved', bookmarkedAt: at };
  return { ...post, reading: mark, readingAt: at };
}

/** The part of a post that a mark changes. */
function markOf({ id, reading, readingAt, bookmarked, bookmarkedAt }: LibraryPost, mark: Mark) {
  return isOfBookmark(mark) ? { id, bookmarked, bookmarkedAt } : { id, reading, readingAt };
}
