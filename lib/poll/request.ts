import { browser } from 'wxt/browser';
import {
  BlogForbidden,
  BlogRefused,
  BlogSlow,
  BlogTooLarge,
  BlogUnreachable,
  BlogUnreadable,
  LinerNotesError,
  Offline,
  type Resource,
} from '../errors.ts';
import { retryAfterOf } from './schedule.ts';

/** Counts what is asked and what comes. */
export interface Meter {
  requests: number;
  /** Of bodies, as they were read. */
  bytes: number;
}

/**
 * The answer to a request, whatever it is. No cookies go with it, and nobody is told where it comes from.
 * @throws Offline, BlogUnreachable, BlogSlow, BlogForbidden
 */
export async function request(url: string, meter: Meter, init: RequestInit): Promise<Response> {
  if (!navigator.onLine) throw new Offline();
  meter.requests += 1;
  try {
    return await fetch(url, { ...init, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch (cause) {
    throw await networkError(url, cause);
  }
}

/**
 * Lets only an answer with what was asked for through.
 * @throws BlogRefused
 */
export async function requireOk(response: Response): Promise<void> {
  if (response.ok) return;
  await response.body?.cancel();
  throw new BlogRefused(response.status, retryAfterOf(response.headers.get('retry-after'), Date.now()));
}

/**
 * The body of an answer, if it has at most so many bytes.
 * @throws BlogSlow, BlogTooLarge, BlogUnreadable
 */
export async function readBody(
  { body }: Response,
  source: Resource,
  meter: Meter,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      meter.bytes += chunk.length;
      // Leaving the loop closes the connection.
      if (length > most) throw new BlogTooLarge(source);
    }
  } catch (cause) {
    if (cause instanceof LinerNotesError) throw cause;
    // It broke off on the way: what came cannot be trusted to be whole.
    throw isTimeout(cause) ? new BlogSlow(undefined, { cause }) : new BlogUnreadable(source, { cause });
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'TimeoutError';
}

async function networkError(url: string, cause: unknown): Promise<LinerNotesError> {
  if (isTimeout(cause)) return new BlogSlow(undefined, { cause });
  if (!navigator.onLine) return new Offline(undefined, { cause });
  const allowed = await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
  return allowed ? new BlogUnreachable(undefined, { cause }) : new BlogForbidden(undefined, { cause });
}
