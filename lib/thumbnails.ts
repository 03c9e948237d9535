import pLimit from 'p-limit';
import { type ImageWidth, scaledImageUrl } from './blog/scaled-image.ts';

const CACHE = 'thumbnails';
/** So many are kept, the last that were read. */
const MOST = 500;
const MOST_BYTES = 1024 * 1024;
const TIMEOUT_MS = 20_000;
/** What a list shows without any danger, which an SVG is not. */
const TYPES = /^image\/(?:avif|gif|jpeg|png|webp)\b/;

/** After an answer that asks to be left alone no picture is asked for, for so long, in ms, if it does not say. */
const PAUSE_MS = 5 * 60_000;

const limited = pLimit(4);
/** What there was none of is not asked for again as long as the page is open. */
const missing = new Set<string>();
let pausedUntil = 0;

/** How wide a picture of a list is, in pixels. */
export type Width = Extract<ImageWidth, 256 | 640>;

/** A picture that is wanted. */
interface Wanted {
  /** The address of the original. */
  readonly image: string;
  readonly width: Width;
  /** Whether the blog may be asked for it; else only what is kept is shown. */
  readonly mayAsk: boolean;
}

/**
 * An object address of a picture of the blog, small; undefined if there is none to be had. It is read through the blog's own
 * scaling, once, and kept, so that it is there without a network. Who is aborted before it is read reads nothing.
 */
export async function thumbnailUrl(wanted: Wanted, signal: AbortSignal): Promise<string | undefined> {
  const { image, width, mayAsk } = wanted;
  const address = scaledImageUrl(image, width);
  try {
    const picture = await limited(() => (signal.aborted ? undefined : pictureAt(address, mayAsk, signal)));
    return picture && !signal.aborted ? URL.createObjectURL(picture) : undefined;
  } catch (error) {
    // A list without a picture is a list all the same; it is asked for again the next time.
    if (!signal.aborted && navigator.onLine) console.debug(error);
    return undefined;
  }
}

async function pictureAt(address: string, mayAsk: boolean, signal: AbortSignal): Promise<Blob | undefined> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(address);
  if (kept) return kept.blob();
  if (!mayAsk || missing.has(address) || Date.now() < pausedUntil) return undefined;
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const picture = await pictureIn(response);
  if (!picture) {
    missing.add(address);
    return undefined;
  }
  await cache.put(address, new Response(picture, { headers: { 'content-type': picture.type } }));
  await forgetOldest(cache);
  return picture;
}

/** Undefined if it is no picture, or too large a one. */
async function pictureIn(response: Response): Promise<Blob | undefined> {
  const { headers, ok, status } = response;
  if (status === 429 || status === 503)
    pausedUntil = Date.now() + (Number(headers.get('retry-after')) * 1000 || PAUSE_MS);
  const isWanted =
    ok && TYPES.test(headers.get('content-type') ?? '') && Number(headers.get('content-length')) <= MOST_BYTES;
  if (!isWanted) {
    await response.body?.cancel();
    return undefined;
  }
  const picture = await response.blob();
  return picture.size <= MOST_BYTES ? picture : undefined;
}

async function forgetOldest(cache: Cache): Promise<void> {
  const addresses = await cache.keys();
  await Promise.all(addresses.slice(0, Math.max(0, addresses.length - MOST)).map((address) => cache.delete(address)));
}
