import { type ImageType, imageDimensionsFromData } from 'image-dimensions';
import { browser } from 'wxt/browser';
import { IMAGE_HOSTS, type ImageHost } from '../blog/image-hosts.ts';
import { scaledImageUrl } from '../blog/scaled-image.ts';
import { BLOG_ORIGIN } from '../blog/site.ts';
import { BlogForbidden, BlogRefused, BlogTooLarge, LinerNotesError, Offline } from '../errors.ts';
import type { MissingCode, StoredPicture } from '../store/offline-copy.ts';
import { isLasting, mayDoBetter, retryAfterOf } from './failure-of.ts';
import { sanitizeSvgInPage } from './parser-page.ts';
import { type Meter, readBody, request, requireOk } from './request.ts';

/** The widest text of the reader page, 50 rem, on a screen of two pixels a CSS pixel is 1600 pixels wide. */
const WIDTH = 1920;
const MOST_BYTES = 10 * 1024 * 1024;
/** A small file can unfold to more than a device can hold. */
const MOST_PIXELS = 100_000_000;
const TIMEOUT_MS = 60_000;

/** What every browser that runs the extension shows. */
const TYPES: ReadonlySet<ImageType> = new Set(['avif', 'gif', 'jpeg', 'png', 'webp']);
const ACCEPT = 'image/avif,image/webp,image/*';
/** Whether it is a drawing is found when it is sanitised: this is for what surely is none. */
const SVG = /<svg[\s/>]/i;
/** So far into a file its root element is looked for, in bytes. */
const SVG_HEAD = 4096;

/**
 * A picture of a post, given the address of its original, or why there is none. It is had through the blog's own scaling where
 * that serves it, else from the host that has the original.
 * @throws Offline; BlogRefused if the blog asks to be left alone for a time; BlogForbidden if it may not be asked at all
 */
export async function fetchPicture(address: string, meter: Meter): Promise<StoredPicture | MissingCode> {
  const scaled = await pictureAt(scaledImageUrl(address, WIDTH), address, meter);
  if (typeof scaled !== 'string' || scaled === 'tooLarge') return scaled;
  const original = (await codeOfHost(new URL(address))) ?? (await pictureAt(address, address, meter));
  // What the blog may serve once its trouble is over is not given up, and needs no permission.
  return typeof original === 'string' && scaled === 'unreachable' ? scaled : original;
}

/** Why nothing is asked of the host that has the original; undefined if it can be asked. */
async function codeOfHost(url: URL): Promise<MissingCode | undefined> {
  if (url.origin === BLOG_ORIGIN) return undefined;
  const host = hostOf(url);
  if (!host) return 'foreign';
  const mayAsk = host.isOpen || (await browser.permissions.contains({ origins: [`${url.origin}/*`] }));
  return mayAsk ? undefined : 'forbidden';
}

function hostOf({ host, pathname }: URL): ImageHost | undefined {
  return IMAGE_HOSTS.find(({ name, path }) => name === host && pathname.startsWith(path));
}

async function pictureAt(url: string, address: string, meter: Meter): Promise<StoredPicture | MissingCode> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await request(url, meter, { headers: { accept: ACCEPT }, signal });
    await requireOk(response);
    return await pictureOf(address, await readBody(response, 'post', meter, MOST_BYTES));
  } catch (error) {
    return missingCodeOf(error, new URL(url));
  }
}

/** @throws whatever does not concern this picture alone. */
function missingCodeOf(error: unknown, url: URL): MissingCode {
  if (!(error instanceof LinerNotesError) || error instanceof Offline) throw error;
  if (url.origin === BLOG_ORIGIN && (error instanceof BlogForbidden || isMeantForAll(error))) throw error;
  // An open host needs no permission: it did not answer.
  if (error instanceof BlogForbidden && !hostOf(url)?.isOpen) return 'forbidden';
  if (error instanceof BlogTooLarge) return 'tooLarge';
  return error instanceof BlogRefused && isLasting(error) ? 'refused' : 'unreachable';
}

/** A server that is busy with one picture says no time. */
function isMeantForAll(error: LinerNotesError): boolean {
  return !mayDoBetter(error) && retryAfterOf(error) > 0;
}

/** The picture that the bytes are; what the server says of them does not count. */
async function pictureOf(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<StoredPicture | MissingCode> {
  const found = imageDimensionsFromData(bytes);
  if (!found) return svgOf(address, bytes);
  const { height, type, width } = found;
  if (!TYPES.has(type)) return 'unreadable';
  if (width * height > MOST_PIXELS) return 'tooLarge';
  return { address, width, height, ...stored(new Blob([bytes], { type: `image/${type}` })) };
}

async function svgOf(address: string, bytes: Uint8Array): Promise<StoredPicture | MissingCode> {
  const decoder = new TextDecoder();
  if (!SVG.test(decoder.decode(bytes.subarray(0, SVG_HEAD)))) return 'unreadable';
  const svg = await sanitizeSvgInPage(decoder.decode(bytes));
  if (svg === undefined) return 'unreadable';
  return { address, width: 0, height: 0, ...stored(new Blob([svg], { type: 'image/svg+xml' })) };
}

function stored(blob: Blob): Pick<StoredPicture, 'blob' | 'bytes'> {
  return { blob, bytes: blob.size };
}
