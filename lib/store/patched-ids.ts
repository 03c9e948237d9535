import Dexie from 'dexie';
import type { PostId } from '../post.ts';
import { followAllPosts, noteChangedPosts } from './changed-posts.ts';
import { db, type LibraryPost } from './database.ts';
import { indexedPosts, type ListQuery, listedIds, listedPosts, READINGS } from './lists.ts';

/** What a list has become since it was read, given its ids of then. To be asked in a live query. */
export type Patch = (before: Promise<readonly PostId[]>, query: ListQuery) => Promise<readonly PostId[]>;

/** Follows from now on which posts change: of a long list no others are read again, if an index has it as it is sorted. */
export function createPatch(): Patch {
  const takeChanged = noteChangedPosts();
  const patched = (before: readonly PostId[], query: ListQuery) => {
    const changed = takeChanged();
    if (changed?.size === 0) return before;
    return changed ? patchedIds(before, changed, query).then((ids) => ids ?? listedIds(query)) : listedIds(query);
  };
  // Dexie knows what a live query reads after it has waited as long as that is a chain of its own promises.
  return (before, query) => before.then((ids) => followAllPosts().then(() => patched(ids, query)));
}

/** Undefined if the list has to be read anew. */
function patchedIds(
  before: readonly PostId[],
  changed: ReadonlySet<PostId>,
  query: ListQuery,
): Promise<PostId[] | undefined> {
  return db.transaction('r', db.posts, async () => {
    const posts = indexedPosts(query);
    if (!posts) return undefined;
    const kept = before.filter((id) => !changed.has(id));
    const ids = await withPosts(
      query.sort === 'oldest' ? kept : kept.reverse(),
      await changedIn(query, changed),
      query,
    );
    const [oldest, newest] = [await posts.clone().first(), await posts.clone().last()];
    // Where all has changed, as when the library was begun anew, that shows there.
    if (!ids || ids[0] !== oldest?.id || ids.at(-1) !== newest?.id) return undefined;
    return query.sort === 'oldest' ? ids : ids.reverse();
  });
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
