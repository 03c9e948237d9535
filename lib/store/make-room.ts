import type { PostId } from '../post.ts';
import { db } from './database.ts';
import type { OfflineCopy } from './offline-copy.ts';

/** So much room is worth to be made at a time, in bytes. */
const ENOUGH = 20 * 1024 * 1024;

/** Copies of posts that have been read, whose pictures can be dropped, and about how many bytes that gives. */
export interface Droppable {
  readonly ids: readonly PostId[];
  readonly bytes: number;
}

/** The copies that were made first of those that have been read, as many as it takes to make enough room. */
export function droppablePictures(): Promise<Droppable> {
  return db.transaction('r', db.posts, db.copies, db.articles, async () => {
    const copies = (await db.copies.orderBy('savedAt').toArray()).filter(({ pictures }) => pictures.length > 0);
    const posts = await db.posts.bulkGet(copies.map(({ id }) => id));
    const read = copies.filter((_, i) => posts[i]?.reading === 'read');
    const ids: PostId[] = [];
    let bytes = 0;
    for (const { id, bytes: size } of read) {
      if (bytes >= ENOUGH) break;
      ids.push(id);
      bytes += size;
    }
    return { ids, bytes };
  });
}

/** Deletes the pictures that only these copies show. */
export function deletePicturesOf(ids: readonly PostId[]): Promise<void> {
  return db.transaction('rw', db.copies, db.pictures, async () => {
    const copies = await db.copies.toArray();
    const dropped = new Set(ids);
    const picturesOf = (isDropped: boolean) =>
      copies.filter(({ id }) => dropped.has(id) === isDropped).flatMap(({ pictures }) => pictures);
    const used = new Set(picturesOf(false));
    await db.pictures.bulkDelete(picturesOf(true).filter((address) => !used.has(address)));
  });
}

/** Notes that these copies have lost their pictures: their text stays, and they can be had again. */
export function noteDropped(ids: readonly PostId[]): Promise<void> {
  return db.transaction('rw', db.copies, db.articles, async () => {
    const copies = (await db.copies.bulkGet([...ids])).filter((copy) => copy !== undefined);
    const articles = await db.articles.bulkGet(copies.map(({ id }) => id));
    await db.copies.bulkPut(copies.map((copy, i) => withoutPictures(copy, articles[i]?.html ?? '')));
  });
}

function withoutPictures(copy: OfflineCopy, html: string): OfflineCopy {
  const dropped = copy.pictures.map((address) => ({ address, code: 'dropped' }) as const);
  return {
    ...copy,
    pictures: [],
    sizes: undefined,
    missing: [...copy.missing, ...dropped],
    bytes: new Blob([html]).size,
  };
}
