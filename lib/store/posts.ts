import Dexie from 'dexie';
import { datedPost, type Mark, monthOf, type Post, type PostId, type Reading } from '../post.ts';
import { keptIds, keptPosts } from './aliases.ts';
import type { ReadingOf } from './catalogue.ts';
import { db, type LibraryPost } from './database.ts';

/** Whether a post is among those that the reader wants to see. */
export type Wanted = (post: LibraryPost) => boolean;

/** The newest posts with a reading state, newest first, at most `limit` of them. */
export function newestPosts(reading: Reading, limit: number, isWanted?: Wanted): Promise<LibraryPost[]> {
  return withReading(reading, isWanted).reverse().limit(limit).toArray();
}

export function countPosts(reading: Reading, isWanted?: Wanted): Promise<number> {
  return withReading(reading, isWanted).count();
}

/** How many posts the library has. */
export function countAllPosts(): Promise<number> {
  return db.posts.count();
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

/** The reading states of those of the posts that are in the library. */
export async function readingsOf(ids: readonly PostId[]): Promise<Map<PostId, Reading>> {
  const posts = await knownPosts(ids);
  return new Map([...posts].map(([id, { reading }]) => [id, reading]));
}

/** Those of the posts that the library has, by the ids that were asked for. */
export async function knownPosts(ids: readonly PostId[]): Promise<Map<PostId, LibraryPost>> {
  const posts = await db.posts.bulkGet(await keptIds(ids));
  return new Map(ids.flatMap((id, i) => (posts[i] ? [[id, posts[i]] as const] : [])));
}

/** Gives posts of the library a mark; answers which of them had another before. Ids of no post are passed over. */
export function markPosts(ids: readonly PostId[], mark: Mark): Promise<PostId[]> {
  return db.transaction('rw', db.posts, db.aliases, async () => {
    const posts = await db.posts.bulkGet(await keptIds(ids));
    return writeMark(
      posts.filter((post) => post !== undefined),
      mark,
    );
  });
}

/** Marks every unread post that is wanted as read; answers which they were. */
export function markAllRead(isWanted?: Wanted): Promise<PostId[]> {
  return db.transaction('rw', db.posts, async () => writeMark(await withReading('unread', isWanted).toArray(), 'read'));
}

async function writeMark(posts: readonly LibraryPost[], reading: Mark): Promise<PostId[]> {
  const changed = posts.filter((post) => post.reading !== reading);
  const readingAt = Date.now();
  await db.posts.bulkPut(changed.map((post) => ({ ...post, reading, readingAt })));
  return changed.map(({ id }) => id);
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
  return db.transaction('rw', db.posts, db.aliases, async () => {
    const found = await keptPosts(told);
    const known = await db.posts.bulkGet(found.map(({ id }) => id));
    const orderOf = createOrder();
    const stored = found.map((post, i) => {
      const order = orderOf(datedPost(post).date, known[i]);
      return merged(known[i], post, trust) ?? added(post, readingOf(post), order);
    });
    const changed = stored.filter((post, i) => !isSame(post, known[i]));
    await db.posts.bulkPut(changed);
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
  const fields = Object.entries(post).filter(([, value]) => value !== '' && value.length !== 0);
  if (post.date === monthOf(post.id)) return Object.fromEntries(fields.filter(([name]) => name !== 'date'));
  return Object.fromEntries(fields);
}

function isSame(post: LibraryPost, known: LibraryPost | undefined): boolean {
  return JSON.stringify(post) === JSON.stringify(known);
}

function withReading(reading: Reading, isWanted?: Wanted) {
  const posts = db.posts
    .where('[reading+date+order]')
    .between([reading, Dexie.minKey, Dexie.minKey], [reading, Dexie.maxKey, Dexie.maxKey]);
  return isWanted ? posts.filter(isWanted) : posts;
}
