import type { Post, PostId } from '../post.ts';
import { keptIds } from './aliases.ts';
import { db, type LibraryPost } from './database.ts';
import type { MissingPicture, OfflineCopy, PictureSize, StoredPicture } from './offline-copy.ts';
import { keptPictures } from './pictures.ts';
import { readPictures } from './read-copies.ts';
import { noteFailed } from './savings.ts';
import { storeTold, type Told } from './texts.ts';

/** What was read for a copy. */
export interface Read extends Told {
  readonly html: string;
  /** Addresses of the originals of all pictures, the feature picture first. */
  readonly pictures: readonly string[];
  /** Those of them that could not be had. */
  readonly missing: readonly MissingPicture[];
}

/** A newer text that has lost more than this part of the words of the older is not what the reader has saved. */
const MOST_LOST = 0.1;

/** A post that is no longer saved may be saved again, or that be undone: so long its copy is kept, in ms. */
const KEPT_AFTER = 30 * 86_400_000;

/**
 * Stores the copy of a post, in place of an older one unless that is better, with what the page tells of the post, all or
 * nothing; pictures are stored before. Answers whether anything was stored: not if the post is no longer saved.
 */
export function storeCopy(id: PostId, read: Read): Promise<boolean> {
  const tables = [
    ...[db.posts, db.state, db.aliases, db.texts, db.unindexed],
    ...[db.copies, db.articles, db.pictures, db.savings],
  ];
  return db.transaction('rw', tables, async () => {
    const [kept = id] = await keptIds([id]);
    const [saving, known] = await Promise.all([db.savings.get(kept), db.posts.get(kept)]);
    const forgetting = db.savings.bulkDelete([id, kept]);
    if (!known?.bookmarked) return forgetting.then(() => false);
    const [older, taken] = await Promise.all([readableCopy(kept), takenOf(read), forgetting]);
    if (older && !saving?.takesWorse && isWorse(taken, older)) {
      await noteFailed(kept, { code: 'shorter' }, { mostAttempts: 1 });
      return true;
    }
    const post = await storeTold(kept, read);
    const image = read.post.image || post?.image || '';
    await Promise.all([
      post && db.copies.put({ ...factsOf(post), ...taken, image, savedAt: Date.now() }),
      db.articles.put({ id: kept, html: read.html }),
    ]);
    return true;
  });
}

/** The addresses of all pictures of the post, also of those that its copy lacks; none if there is no copy. */
export async function picturesOfCopy(id: PostId): Promise<string[]> {
  const copy = await db.copies.get(id);
  return copy ? [...new Set([...copy.pictures, ...copy.missing.map(({ address }) => address)])] : [];
}

/** Notes which of its pictures a copy has now, and why not the others; nothing else of it changes. */
export function storePicturesOfCopy(id: PostId, missing: readonly MissingPicture[]): Promise<void> {
  return db.transaction('rw', db.copies, db.articles, db.pictures, async () => {
    const [copy, article, pictures] = [await db.copies.get(id), await db.articles.get(id), await picturesOfCopy(id)];
    const html = article?.html ?? '';
    if (copy) await db.copies.put({ ...copy, ...(await takenOf({ ...copy, html, pictures, missing })) });
  });
}

/** What of the post is in the copy. */
type Taken = Omit<OfflineCopy, 'savedAt' | keyof Post>;

/** The copy of a post, with those of its pictures that storage has not lost; undefined if there is none, or its text is lost. */
async function readableCopy(id: PostId): Promise<OfflineCopy | undefined> {
  const [copy, article] = await Promise.all([db.copies.get(id), db.articles.get(id)]);
  if (!copy || !article) return undefined;
  const kept = await keptPictures(copy.pictures);
  return { ...copy, pictures: copy.pictures.filter((address) => kept.has(address)) };
}

async function takenOf({ authors, html, missing, pictures, words }: Omit<Read, 'post' | 'text'>): Promise<Taken> {
  const kept = await readPictures(pictures);
  const told = new Map(missing.map((picture) => [picture.address, picture]));
  const absent = pictures.filter((address) => !kept.has(address));
  return {
    authors,
    words,
    pictures: pictures.filter((address) => kept.has(address)),
    sizes: sizesOf([...kept.values()]),
    missing: absent.map((address) => told.get(address) ?? { address, code: 'unreachable' }),
    bytes: [...kept.values()].reduce((sum, { bytes }) => sum + bytes, new Blob([html]).size),
  };
}

/** How large the pictures are: the reader has to know that before it reads them. */
function sizesOf(pictures: readonly StoredPicture[]): Record<string, PictureSize> {
  const measured = pictures.filter(({ width }) => width > 0);
  return Object.fromEntries(measured.map(({ address, width, height }) => [address, { width, height }]));
}

/** What the blog says of the post. */
function factsOf({ id, url, title, date, categories }: LibraryPost) {
  return { id, url, title, date, categories };
}

/** Pictures that the page no longer shows are lost as well: it may have been made anew, and the reader of it not know it. */
function isWorse(newer: Taken, older: Taken): boolean {
  return newer.words < older.words * (1 - MOST_LOST) || newer.pictures.length < older.pictures.length;
}

/** Deletes the copies and texts of posts that have not been saved for long. */
export function dropOldCopies(): Promise<void> {
  const tables = [db.copies, db.articles, db.savings, db.texts];
  return db.transaction('rw', [db.posts, ...tables], async () => {
    const kept = await Promise.all(tables.map((table) => table.toCollection().primaryKeys()));
    const ids = [...new Set(kept.flat())];
    const posts = await db.posts.bulkGet(ids);
    const now = Date.now();
    const old = ids.filter((_, i) => isOld(posts[i], now));
    for (const table of tables) await table.bulkDelete(old);
  });
}

function isOld(post: LibraryPost | undefined, now: number): boolean {
  return !post?.bookmarked && (post?.bookmarkedAt ?? 0) < now - KEPT_AFTER;
}

/** The saved posts whose copy lacks what it should have, because storage has lost it or nobody answered. */
export function damagedCopies(): Promise<PostId[]> {
  return db.transaction('r', db.posts, db.copies, db.articles, db.pictures, async () => {
    const [copies, articles, pictures] = await Promise.all([
      db.copies.toArray(),
      db.articles.toCollection().primaryKeys(),
      db.pictures.toCollection().primaryKeys(),
    ]);
    const posts = await db.posts.bulkGet(copies.map(({ id }) => id));
    const [texts, kept] = [new Set(articles), new Set(pictures)];
    const isWhole = ({ id, pictures, missing }: OfflineCopy) =>
      texts.has(id) &&
      pictures.every((address) => kept.has(address)) &&
      missing.every(({ code }) => code !== 'unreachable');
    return copies.filter((copy, i) => posts[i]?.bookmarked && !isWhole(copy)).map(({ id }) => id);
  });
}
