import type { PostId } from '../post.ts';
import { db } from './database.ts';
import type { OfflineCopy, Saving } from './offline-copy.ts';
import { pictureSizes } from './pictures.ts';

/** What there is of the copy of a saved post: it itself, if there is one, and how it goes with making one. */
export interface CopyState {
  readonly copy?: OfflineCopy | undefined;
  readonly saving?: Saving | undefined;
}

/** The states of the copies of saved posts, in one query. */
export function copyStates(ids: readonly PostId[]): Promise<Map<PostId, CopyState>> {
  return db.transaction('r', db.copies, db.savings, async () => {
    const [copies, savings] = await Promise.all([db.copies.bulkGet([...ids]), db.savings.bulkGet([...ids])]);
    return new Map(ids.map((id, i) => [id, { copy: copies[i], saving: savings[i] }]));
  });
}

/** Those of the posts that have a copy. */
export async function copiedIds(ids: readonly PostId[]): Promise<Set<PostId>> {
  return new Set(
    await db.copies
      .where('id')
      .anyOf([...ids])
      .primaryKeys(),
  );
}

/** The saved posts whose copy lacks pictures, or of which none could be made. */
export function lackingCopies(): Promise<PostId[]> {
  return db.transaction('r', db.posts, db.copies, db.savings, async () => {
    const [copies, savings] = await Promise.all([db.copies.toArray(), db.savings.toArray()]);
    const lacking = copies.filter(({ missing }) => missing.length > 0);
    const failed = savings.filter(({ status }) => status === 'failed');
    const ids = [...new Set([...lacking, ...failed].map(({ id }) => id))];
    const posts = await db.posts.bulkGet(ids);
    return ids.filter((_, i) => posts[i]?.bookmarked);
  });
}

/** What the copies take up. */
export interface CopiesUsage {
  /** Of all copies together; a picture counts once, however many show it. */
  readonly bytes: number;
  /** The copies, largest first. */
  readonly copies: readonly OfflineCopy[];
}

/** What all copies take up. */
export function copiesUsage(): Promise<CopiesUsage> {
  return db.transaction('r', db.copies, db.pictures, async () => {
    const [copies, sizes] = await Promise.all([db.copies.toArray(), pictureSizes()]);
    const textOf = ({ bytes, pictures }: OfflineCopy) =>
      pictures.reduce((left, address) => left - (sizes.get(address) ?? 0), bytes);
    const all = [...sizes.values(), ...copies.map(textOf)];
    return {
      bytes: all.reduce((sum, size) => sum + size, 0),
      copies: copies.sort((a, b) => b.bytes - a.bytes),
    };
  });
}
