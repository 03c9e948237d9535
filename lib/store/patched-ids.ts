import Dexie from 'dexie';
import type { PostId } from '../post.ts';
import type { ChangeLog } from './changed-posts.ts';
import { db, type LibraryPost } from './database.ts';
import { indexedPosts, type ListQuery, listedPosts, READINGS } from './lists.ts';

/** The ids of a list, and how many changes of posts there were when they were read. */
export interface ListedIds {
  readonly ids: readonly PostId[];
  readonly changes: number;
}

/**
 * The ids of a list as they are now, given what they were; undefined if it has to be read anew. Where an index has the list as
 * it is sorted, only posts that have changed are read, however long it is. A live query follows all posts after that.
 * What changes meanwhile is in the log, to be read next.
 */
export async function patchedIds(before: ListedIds, query: ListQuery, log: ChangeLog): Promise<ListedIds | undefined> {
  // Of an index Dexie's live queries follow only what comes into a part of it; of the table itself, whatever changes. Without
  // a transaction it might answer out of its cache.
  await db.transaction('r', db.posts, () => db.posts.toCollection().first());
  const { count: changes } = log;
  const changed = log.since(before.changes);
  const posts = indexedPosts(query);
  if (!changed || !posts) return undefined;
  const kept = before.ids.filter((id) => !changed.has(id));
  const ids = await withPosts(query.sort === 'oldest' ? kept : kept.reverse(), await changedIn(query, changed), query);
  const [oldest, newest] = await Promise.all([posts.clone().first(), posts.clone().last()]);
  // Where all has changed, as when the library was begun anew, that shows there.
  if (!ids || ids[0] !== oldest?.id || ids.at(-1) !== newest?.id) return undefined;
  return { ids: query.sort === 'oldest' ? ids : ids.reverse(), changes };
}

/** Those of the posts that belong to the list, newest first. */
async function changedIn({ view, isWanted }: ListQuery, changed: ReadonlySet<PostId>): Promise<LibraryPost[]> {
  const reading = READINGS[view];
  return (await listedPosts([...changed]))
    .filter((post) => (!reading || post.reading === reading) && (isWanted?.(post) ?? true))
    .sort((a, b) => b.date.localeCompare(a.date) || b.order - a.order);
}

/** Ids, oldest first, with those of the posts, each before that of the next newer post; undefined if that is none of them. */
async function withPosts(ids: PostId[], newestFirst: readonly LibraryPost[], query: ListQuery) {
  for (const post of newestFirst) {
    const newer = await newerThan(post, query).first();
    const at = newer ? ids.indexOf(newer.id) : ids.length;
    if (at < 0) return undefined;
    ids.splice(at, 0, post.id);
  }
  return ids;
}

/** The posts of a list that are newer than this one, oldest first. */
function newerThan({ date, order }: LibraryPost, { view, isWanted }: ListQuery) {
  const reading = READINGS[view];
  const newer = reading
    ? db.posts.where('[reading+date+order]').between([reading, date, order], [reading, Dexie.maxKey], false)
    : db.posts.where('[date+order]').above([date, order]);
  return isWanted ? newer.filter(isWanted) : newer;
}
