import Dexie from 'dexie';
import { db } from './database.ts';
import type { StoredPicture } from './offline-copy.ts';

/** Those of the addresses whose pictures are kept, and how many bytes each has. */
export async function keptPictures(addresses: readonly string[]): Promise<Map<string, number>> {
  const ranges = [...new Set(addresses)].map((address): [unknown[], unknown[]] => [
    [address, Dexie.minKey],
    [address, Dexie.maxKey],
  ]);
  if (ranges.length === 0) return new Map();
  return new Map(sizesOf(await db.pictures.where('[address+bytes]').inAnyRange(ranges).keys()));
}

/** How many bytes each of all pictures has, by its address. */
export async function pictureSizes(): Promise<Map<string, number>> {
  return new Map(sizesOf(await db.pictures.orderBy('[address+bytes]').keys()));
}

/** The keys of an index of addresses and sizes are such pairs. */
function sizesOf(keys: unknown): Array<[string, number]> {
  return keys as Array<[string, number]>;
}

/** Stores pictures, each in place of one with the same address; all of them or none. */
export function storePictures(pictures: readonly StoredPicture[]): Promise<void> {
  return db.transaction('rw', db.pictures, async () => {
    await db.pictures.bulkPut(pictures);
  });
}

/** Deletes the pictures that no copy shows; not while a copy is being made, whose pictures are stored first. */
export function dropUnusedPictures(): Promise<void> {
  return db.transaction('rw', db.copies, db.pictures, async () => {
    const used = new Set(await db.copies.orderBy('pictures').uniqueKeys());
    const kept = await db.pictures.toCollection().primaryKeys();
    await db.pictures.bulkDelete(kept.filter((address) => !used.has(address)));
  });
}

/** Deletes the pictures that the browser has a row of, but no longer the file. */
export async function forgetUnreadablePictures(): Promise<void> {
  const lost: string[] = [];
  for (const address of await db.pictures.toCollection().primaryKeys()) {
    const picture = await db.pictures.get(address);
    if (picture && !(await isReadable(picture.blob))) lost.push(address);
  }
  await db.pictures.bulkDelete(lost);
}

async function isReadable(blob: Blob): Promise<boolean> {
  try {
    return (await blob.slice(0, 1).arrayBuffer()).byteLength > 0;
  } catch {
    return false;
  }
}
