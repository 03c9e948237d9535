import { browser } from 'wxt/browser';
import { BLOG_ORIGIN } from '../blog/site.ts';
import {
  BlogForbidden,
  BlogRefused,
  BlogSlow,
  BlogTooLarge,
  BlogUnreachable,
  BlogUnreadable,
  LinerNotesError,
  Offline,
  type Source,
} from '../errors.ts';
import { decodeText } from '../parse/decode.ts';
import { retryAfterOf } from './schedule.ts';

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 5 * 1024 * 1024;

/** What a server says of a version of a document, to ask later whether it has changed (RFC 9110, 13.1). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface FetchedText extends Validators {
  readonly text: string;
}

/** Counts what is asked and what comes. */
export interface Meter {
  requests: number;
  /** Of bodies, as they were read. */
  bytes: number;
}

/** What to fetch: an address of the blog, and which source of posts that is. */
export interface Wanted {
  readonly url: string;
  readonly source: Source;
}

/**
 * The text at an address of the blog; undefined if it is still the version that `validators` names.
 * @throws Offline, BlogUnreachable, BlogSlow, BlogForbidden, BlogRefused, BlogTooLarge, BlogUnreadable
 */
export async function fetchText(
  { url, source }: Wanted,
  meter: Meter,
  validators: Validators = {},
): Promise<FetchedText | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await request(url, meter, { headers: conditionsOf(validators), signal });
  if (response.status === 304 && (validators.etag || validators.lastModified)) return undefined;
  if (!response.ok) {
    await response.body?.cancel();
    throw new BlogRefused(response.status, retryAfterOf(response.headers.get('retry-after'), Date.now()));
  }
  const bytes = await readBody(response, source, meter);
  return { text: decodeText(bytes, response.headers.get('content-type')), ...validatorsOf(response.headers) };
}

/**
 * Where an address of the blog leads to in the end.
 * @throws Offline, BlogUnreachable, BlogSlow, BlogForbidden
 */
export async function redirectedUrl(url: string, meter: Meter): Promise<string> {
  const response = await request(url, meter, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT_MS) });
  return response.url;
}

async function request(url: string, meter: Meter, init: RequestInit): Promise<Response> {
  if (!navigator.onLine) throw new Offline();
  meter.requests += 1;
  try {
    return await fetch(url, { ...init, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch (cause) {
    throw await networkError(cause);
  }
}

async function readBody(response: Response, source: Source, meter: Meter): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      meter.bytes += chunk.length;
      // Leaving the loop closes the connection.
      if (length > MOST_BYTES) throw new BlogTooLarge(source);
    }
  } catch (cause) {
    if (cause instanceof LinerNotesError) throw cause;
    // It broke off on the way: what came cannot be trusted to be whole.
    throw isTimeout(cause) ? new BlogSlow(undefined, { cause }) : new BlogUnreadable(source, { cause });
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function conditionsOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag && { 'If-None-Match': etag }),
    ...(lastModified && { 'If-Modified-Since': lastModified }),
  };
}

function validatorsOf(headers: Headers): Validators {
  return { etag: headers.get('etag') ?? undefined, lastModified: headers.get('last-modified') ?? undefined };
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'TimeoutError';
}

async function networkError(cause: unknown): Promise<LinerNotesError> {
  if (isTimeout(cause)) return new BlogSlow(undefined, { cause });
  if (!navigator.onLine) return new Offline(undefined, { cause });
  const allowed = await browser.permissions.contains({ origins: [`${BLOG_ORIGIN}/*`] });
  return allowed ? new BlogUnreachable(undefined, { cause }) : new BlogForbidden(undefined, { cause });
}
