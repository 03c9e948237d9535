import Dexie from 'dexie';
import { datedPost, monthOf, type Post, type PostId, type PostState, type Reading } from '../post.ts';
import { keptIds, keptPosts } from './aliases.ts';
import type { ReadingOf } from './catalogue.ts';
import { db, type LibraryPost } from './database.ts';
import { stateOf } from './post-state.ts';

/** Whether a post is among those that the reader wants to see. */
export type Wanted = (post: LibraryPost) => boolean;

/** The newest posts with a reading state, newest first, at most `limit` of them. */
function newestPosts(reading: Reading, limit: number, isWanted?: Wanted): Promise<LibraryPost[]> {
  return withReading(reading, isWanted).reverse().limit(limit).toArray();
}

export function countPosts(reading: Reading, isWanted?: Wanted): Promise<number> {
  return withReading(reading, isWanted).count();
}

/** How many unread posts there are, but at most so many: the others are not looked at. */
export async function countUnreadUpTo(most: number, isWanted?: Wanted): Promise<number> {
  return (await withReading('unread', isWanted).limit(most).primaryKeys()).length;
}

/** How many posts the library has, or how many of those that are wanted. */
export function countAllPosts(isWanted?: Wanted): Promise<number> {
  return isWanted ? db.posts.filter(isWanted).count() : db.posts.count();
}

/** The posts that are wanted, in no order. */
export function postsWhere(isWanted: Wanted): Promise<LibraryPost[]> {
  return db.posts.filter(isWanted).toArray();
}

/** The newest unread post that is older than this one, else the newest other; undefined if there is none. */
export async function nextUnread(post: LibraryPost | undefined, isWanted?: Wanted): Promise<LibraryPost | undefined> {
  const isNext = (other: LibraryPost) => other.id !== post?.id && (isWanted?.(other) ?? true);
  const older = post && (await unreadBefore(post).reverse().filter(isNext).first());
  return older ?? (await newestPosts('unread', 1, isNext))[0];
}

/** The unread posts that are older than this one, oldest first. */
export function unreadBefore({ date, order }: LibraryPost) {
  return db.posts
    .where('[reading+date+order]')
    .between(['unread', Dexie.minKey, Dexie.minKey], ['unread', date, order]);
}

/** The names of all categories of the library's posts, each as often as there are posts with it. */
export async function allCategories(): Promise<string[]> {
  const names: string[] = [];
  await db.posts.each(({ categories }) => names.push(...categories));
  return names;
}

/** Those of the posts that are unread. */
export async function unreadAmong(ids: readonly PostId[]): Promise<LibraryPost[]> {
  const posts = await db.posts.bulkGet([...ids]);
  return posts.filter((post) => post !== undefined).filter(({ reading }) => reading === 'unread');
}

/** What the reader has made of those of the posts that the library has, and which of them it lacks, or has only in part. */
export async function shownOf(ids: readonly PostId[]): Promise<{ states: [PostId, PostState][]; wanted: PostId[] }> {
  const posts = await knownPosts(ids);
  return {
    states: [...posts].map(([id, post]) => [id, stateOf(post)]),
    wanted: ids.filter((id) => !isWhole(posts.get(id))),
  };
}

function isWhole(post: LibraryPost | undefined): boolean {
  return post !== undefined && post.categories.length > 0 && post.image !== '' && post.excerpt !== '';
}

/** Those of the posts that the library has, by the ids that were asked for. */
export async function knownPosts(ids: readonly PostId[]): Promise<Map<PostId, LibraryPost>> {
  const posts = await db.posts.bulkGet(await keptIds(ids));
  return new Map(ids.flatMap((id, i) => (posts[i] ? [[id, posts[i]] as const] : [])));
}

/** Who is right when a source tells of a known post what the library has otherwise. */
type Trust = 'found' | 'known';

/** What storing posts has done. */
export interface Stored {
  readonly changed: boolean;
  /** The posts that the library did not have. */
  readonly added: readonly LibraryPost[];
}

/**
 * Stores posts as the blog tells them, newest first: unknown ones with the reading state that `readingOf` gives; known ones
 * refreshed, where `trust` is `found`, or only filled in, where it is `known`, their reading state untouched in either case.
 */
export function storePosts(told: readonly Post[], trust: Trust, readingOf: ReadingOf): Promise<Stored> {
  return db.transaction('rw', db.posts, db.aliases, db.unindexed, async () => {
    const found = await keptPosts(told);
    const known = await db.posts.bulkGet(found.map(({ id }) => id));
    const orderOf = createOrder();
    const stored = found.map((post, i) => {
      const order = orderOf(datedPost(post).date, known[i]);
      return merged(known[i], post, trust) ?? added(post, readingOf(post), order);
    });
    const changed = stored.filter((post, i) => !isSame(post, known[i]));
    await db.posts.bulkPut(changed);
    const unindexed = stored.filter((post, i) => saidOf(post) !== saidOf(known[i]));
    await db.unindexed.bulkPut(unindexed.map(({ id }) => ({ id })));
    return { changed: changed.length > 0, added: stored.filter((_, i) => !known[i]) };
  });
}

/** Orders the posts of a source, newest first: one that comes to light later stays below the newer ones of its day. */
function createOrder(): (day: string, known: LibraryPost | undefined) => number {
  const now = Date.now();
  const last = new Map<string, number>();
  return (day, known) => {
    const order = known?.order ?? (last.get(day) ?? now) - 1;
    last.set(day, order);
    return order;
  };
}

function added(post: Post, reading: Reading, order: number): LibraryPost {
  return { ...datedPost(post), reading, readingAt: 0, order };
}

function merged(known: LibraryPost | undefined, found: Post, trust: Trust): LibraryPost | undefined {
  if (!known) return undefined;
  return trust === 'found' ? { ...known, ...told(found) } : { ...known, ...told(found), ...told(known) };
}

/** What a source really tells of a post: an empty field, or a date that only repeats the address, tells nothing. */
function told(post: Post): Partial<Post> {
  // What has been undone may have left a field of ours that is there, and undefined.
  const fields = Object.entries(post).filter(([, value]) => value !== undefined && value !== '' && value.length !== 0);
  if (post.date === monthOf(post.id)) return Object.fromEntries(fields.filter(([name]) => name !== 'date'));
  return Object.fromEntries(fields);
}

function isSame(post: LibraryPost, known: LibraryPost | undefined): boolean {
  return JSON.stringify(post) === JSON.stringify(known);
}

/** What the search finds a post by, as far as the blog tells it of every post. */
function saidOf(post: LibraryPost | undefined): string | undefined {
  return post && JSON.stringify([post.title, post.excerpt, post.categories]);
}

/** All posts with a reading state, oldest first. */
export function withReading(reading: Reading, isWanted?: Wanted) {
  const posts = db.posts.where('[reading+date+order]').between([reading], [reading, Dexie.maxKey]);
  return isWanted ? posts.filter(isWanted) : posts;
}
