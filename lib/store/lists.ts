import type { PostId, Reading } from '../post.ts';
import { db, type LibraryPost } from './database.ts';
import { stateOf } from './post-state.ts';
import { type Wanted, withReading } from './posts.ts';

/** The lists that the reader chooses from. */
export const VIEWS = ['unread', 'saved', 'begun', 'archive', 'all'] as const;
export type View = (typeof VIEWS)[number];

/** In which order a list is; posts that lack what it is sorted by come after the others, newest first. */
export const SORTS = ['newest', 'oldest', 'longest', 'shortest', 'opened'] as const;
type Sort = (typeof SORTS)[number];

/** A list of posts. */
export interface ListQuery {
  readonly view: View;
  readonly sort: Sort;
  /** Whether a name is that of the category whose posts are wanted; undefined if it is all of them. */
  readonly isCategory?: ((name: string) => boolean) | undefined;
  /** Which of them the reader follows; undefined if it is all. */
  readonly isWanted?: Wanted | undefined;
}

type Posts = ReturnType<typeof db.posts.toCollection>;

/** The reading state of all posts of a view, and of no others. */
export const READINGS: Partial<Record<View, Reading>> = { unread: 'unread', archive: 'archived' };

/** The posts of a view, oldest first, where an index has them so; those of the other views are few. */
function datedPosts(view: View): Posts | undefined {
  if (view === 'all') return db.posts.orderBy('[date+order]');
  const reading = READINGS[view];
  return reading && withReading(reading);
}

/** The posts of a view that the reader has touched. */
function touchedPosts(view: View): Posts {
  return view === 'saved'
    ? db.posts.orderBy('bookmarkedAt').filter(({ bookmarked }) => bookmarked === true)
    : db.posts.orderBy('progressAt').filter((post) => stateOf(post).place !== undefined);
}

/** The posts of a list, oldest first, where an index has them as the list is sorted. */
export function indexedPosts({ view, sort, isCategory, isWanted }: ListQuery): Posts | undefined {
  const dated = !isCategory && (sort === 'newest' || sort === 'oldest') ? datedPosts(view) : undefined;
  return isWanted ? dated?.filter(isWanted) : dated;
}

/** The first posts of a list, at most `limit` of them: read from the index where that can be, however many follow. */
export async function firstListed(query: ListQuery, limit: number): Promise<LibraryPost[]> {
  const indexed = indexedPosts(query);
  if (!indexed) return listedPosts((await listedIds(query)).slice(0, limit));
  return (query.sort === 'newest' ? indexed.reverse() : indexed).limit(limit).toArray();
}

/** The ids of all posts of a list, in its order. */
export function listedIds({ view, sort, isCategory, isWanted }: ListQuery): Promise<PostId[]> {
  return db.transaction('r', db.posts, async () => {
    const inView = await idsByDate(view, isWanted);
    const inCategory = isCategory && new Set([...(await idsByCategory(isCategory)).values()].flat());
    const ids = inCategory ? inView.filter((id) => inCategory.has(id)) : inView;
    return sorted(ids, sort);
  });
}

/** The posts, in the order of their ids; those that have gone meanwhile are left out. */
export async function listedPosts(ids: readonly PostId[]): Promise<LibraryPost[]> {
  const posts = await db.posts.bulkGet([...ids]);
  return posts.filter((post) => post !== undefined);
}

/** How many posts each view has. */
export async function countViews(isWanted: Wanted | undefined): Promise<Record<View, number>> {
  const count = (posts: Posts | undefined) => posts?.count() ?? 0;
  const unread = datedPosts('unread');
  const [unreadCount, saved, begun, archive, all] = await Promise.all([
    count(isWanted ? unread?.filter(isWanted) : unread),
    count(touchedPosts('saved')),
    count(touchedPosts('begun')),
    count(datedPosts('archive')),
    db.posts.count(),
  ]);
  return { unread: unreadCount, saved, begun, archive, all };
}

/** The ids of the posts of each category, by its name as it is written; of all, or of those whose name is wanted. */
export async function idsByCategory(
  isCategory: (name: string) => boolean = () => true,
): Promise<Map<string, PostId[]>> {
  const names = (await db.posts.orderBy('categories').uniqueKeys()).map(String).filter(isCategory);
  const ids = await Promise.all(names.map((name) => db.posts.where('categories').equals(name).primaryKeys()));
  return new Map(names.map((name, i) => [name, ids[i] ?? []]));
}

/** Oldest first. */
async function idsByDate(view: View, isWanted: Wanted | undefined): Promise<PostId[]> {
  const dated = datedPosts(view);
  if (dated) return (isWanted ? dated.filter(isWanted) : dated).primaryKeys();
  const posts = await (isWanted ? touchedPosts(view).and(isWanted) : touchedPosts(view)).toArray();
  return posts.sort((a, b) => a.date.localeCompare(b.date) || a.order - b.order).map(({ id }) => id);
}

async function sorted(byDate: readonly PostId[], sort: Sort): Promise<PostId[]> {
  if (sort === 'oldest') return [...byDate];
  const newest = byDate.toReversed();
  if (sort === 'newest') return newest;
  const wanted = new Set(byDate);
  const known = (await db.posts.orderBy(sort === 'opened' ? 'openedAt' : 'words').primaryKeys()).filter((id) =>
    wanted.has(id),
  );
  if (sort !== 'shortest') known.reverse();
  const has = new Set(known);
  return [...known, ...newest.filter((id) => !has.has(id))];
}
