import pLimit from 'p-limit';
import { BlogRefused, BlogUnreadable, StorageFull } from '../errors.ts';
import type { PostPage } from '../parse/post-page.ts';
import { type Post, type PostId, postIdOf } from '../post.ts';
import { whenThereIsRoom } from '../room.ts';
import { picturesOfCopy, storeCopy, storePicturesOfCopy } from '../store/copies.ts';
import { isOutOfRoom } from '../store/library-failure.ts';
import type { MissingPicture, StoredPicture } from '../store/offline-copy.ts';
import { keptPictures, storePictures } from '../store/pictures.ts';
import { noteRunning, type Progress } from '../store/savings.ts';
import { hasGone } from './failure-of.ts';
import { fetchPicture } from './fetch-picture.ts';
import { fetchText } from './fetch-text.ts';
import { inBatches } from './in-batches.ts';
import { sayingLatest } from './latest.ts';
import { parsePostInPage } from './parser-page.ts';
import type { Meter } from './request.ts';

/** So often it is tried to make a copy that does not work. */
export const MOST_ATTEMPTS = 3;

/** So much room the pictures of a post get, in bytes. */
const MOST_BYTES = 100 * 1024 * 1024;

/** How far a copy has come is noted no more often, and not at all of one that is made at once. */
const PROGRESS_MS = 100;

/** Browsers ask a server for as many pictures at a time. */
const asking = pLimit(6);
/** So many pictures are in memory at a time: others come while these are stored. */
const keeping = pLimit(12);

/**
 * Makes the copy of a post and stores it. Whoever is stopped on the way leaves pictures, which are not asked for again, and no
 * half of a copy. Answers whether there is something new to be shown.
 * @throws BlogUnreadable if its page has no post, StorageFull if there is no room, and what fetching throws
 */
export async function savePost({ id, url }: Post, meter: Meter): Promise<boolean> {
  try {
    const noting = noteRunning(id);
    const reading = readPostPage(url, meter).catch(async (error: unknown) => {
      if (hasGone(error)) await repairCopy(id, pictureFetcher(meter, await noting));
      throw error;
    });
    // If it could not be noted that is told when the page is there: nothing stays under way for a post that has failed.
    noting.catch(() => {});
    const page = await reading;
    const failed = await noting;
    if (!page) throw new BlogUnreadable('post');
    const missing = await keepPictures(id, page.pictures, pictureFetcher(meter, failed));
    return await storeCopy(id, { ...page, missing });
  } catch (error) {
    throw isOutOfRoom(error) ? new StorageFull(undefined, { cause: error }) : error;
  }
}

/** What a copy lacks may still be there when the page that showed it has gone. */
async function repairCopy(id: PostId, fetch: Fetch): Promise<void> {
  const addresses = await picturesOfCopy(id);
  if (addresses.length > 0) await storePicturesOfCopy(id, await keepPictures(id, addresses, fetch));
}

/** What the own page of a post tells; undefined if there is none, or it leads elsewhere. */
export async function readPostPage(url: string, meter: Meter): Promise<PostPage | undefined> {
  const fetching = fetchText({ url, source: 'post' }, meter);
  return parsePostInPage(
    url,
    fetching.then((fetched) => (fetched && postIdOf(fetched.url) ? fetched.text : undefined)),
  );
}

type Fetch = (address: string) => ReturnType<typeof fetchPicture>;

/** Where a copy could not be made for long since the blog refuses its pictures for now, it is made without them. */
function pictureFetcher(meter: Meter, failed: number): Fetch {
  if (failed < MOST_ATTEMPTS) return (address) => fetchPicture(address, meter);
  let isRefused = false;
  return async (address) => {
    if (isRefused) return 'unreachable';
    try {
      return await fetchPicture(address, meter);
    } catch (error) {
      if (!(error instanceof BlogRefused)) throw error;
      isRefused = true;
      return 'unreachable';
    }
  };
}

/** Stores the pictures that are not kept yet; answers those that could not be had. */
async function keepPictures(id: PostId, addresses: readonly string[], fetchPicture: Fetch): Promise<MissingPicture[]> {
  const kept = await keptPictures(addresses);
  const wanted = addresses.filter((address) => !kept.has(address));
  const missing: MissingPicture[] = [];
  let room = [...kept.values()].reduce((left, size) => left - size, MOST_BYTES);
  let done = kept.size;
  const progress = sayingLatest<Progress>(async (now) => {
    await noteRunning(id, now);
  }, PROGRESS_MS);
  progress.say({ done, total: addresses.length });
  let failed: { readonly error: unknown } | undefined;
  const store = inBatches((pictures: readonly StoredPicture[]) => whenThereIsRoom(() => storePictures(pictures)));
  const fetchInTurn = (address: string) =>
    asking(async () => {
      if (failed) throw failed.error;
      return room > 0 ? fetchPicture(address) : 'tooMuch';
    });
  const keep = async (address: string) => {
    const picture = await fetchInTurn(address);
    if (typeof picture === 'string') missing.push({ address, code: picture });
    else if (picture.bytes > room) missing.push({ address, code: 'tooMuch' });
    else {
      room -= picture.bytes;
      await store(picture);
    }
    done += 1;
    progress.say({ done, total: addresses.length });
  };
  const keepUnlessFailed = (address: string) =>
    keep(address).catch((error: unknown) => {
      failed ??= { error };
    });
  // Whatever is under way when one fails comes to its end: nothing is noted of this copy after its failure.
  await Promise.all(wanted.map((address) => keeping(() => keepUnlessFailed(address))));
  await progress.end();
  if (failed) throw failed.error;
  return missing;
}
