import type { Resource } from '../errors.ts';
import { decodeText } from '../parse/decode.ts';
import { type Meter, readBody, request, requireOk } from './request.ts';

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 5 * 1024 * 1024;

/** What a server says of a version of a document, to ask later whether it has changed (RFC 9110, 13.1). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface FetchedText extends Validators {
  readonly text: string;
  /** Where it stood in the end: the blog may have sent on. */
  readonly url: string;
}

/** What to fetch: an address of the blog, and what is there. */
export interface Wanted {
  readonly url: string;
  readonly source: Resource;
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
  await requireOk(response);
  const bytes = await readBody(response, source, meter, MOST_BYTES);
  const text = decodeText(bytes, response.headers.get('content-type'));
  return { text, url: response.url, ...validatorsOf(response.headers) };
}

/**
 * Where an address of the blog leads to in the end.
 * @throws Offline, BlogUnreachable, BlogSlow, BlogForbidden
 */
export async function redirectedUrl(url: string, meter: Meter): Promise<string> {
  const response = await request(url, meter, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT_MS) });
  return response.url;
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
