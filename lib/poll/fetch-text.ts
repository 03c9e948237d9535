import { browser } from 'wxt/browser';
import { BLOG_ORIGIN } from '../blog/site.ts';
import { BlogForbidden, BlogRefused, BlogSlow, BlogUnreachable, type LinerNotesError, Offline } from '../errors.ts';

/** Below the 30 s after which Chrome stops a worker that waits for an answer, and the failure would go unnoticed. */
const TIMEOUT_MS = 25_000;

/** What a server says of a version of a document, to ask later whether it has changed (RFC 9110, 13.1). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface FetchedText extends Validators {
  readonly text: string;
}

/**
 * The text at an address of the blog; undefined if it is still the version that `validators` names.
 * @throws Offline, BlogUnreachable, BlogSlow, BlogForbidden, BlogRefused
 */
export async function fetchText(url: string, validators: Validators = {}): Promise<FetchedText | undefined> {
  if (!navigator.onLine) throw new Offline();
  try {
    const response = await fetch(url, {
      headers: conditionsOf(validators),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 304 && (validators.etag || validators.lastModified)) return undefined;
    if (!response.ok) throw new BlogRefused(response.status);
    return { text: await response.text(), ...validatorsOf(response.headers) };
  } catch (cause) {
    throw cause instanceof BlogRefused ? cause : await networkError(cause);
  }
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

async function networkError(cause: unknown): Promise<LinerNotesError> {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return new BlogSlow(undefined, { cause });
  if (!navigator.onLine) return new Offline(undefined, { cause });
  const allowed = await browser.permissions.contains({ origins: [`${BLOG_ORIGIN}/*`] });
  return allowed ? new BlogUnreachable(undefined, { cause }) : new BlogForbidden(undefined, { cause });
}
