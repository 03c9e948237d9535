import { createHash } from 'node:crypto';
import type { Answer, SiteRequest } from './types.ts';

const FRESH = 'public, max-age=0, must-revalidate';

/** An answer with a body that browsers ask for anew each time, as the real site's pages. */
export function answer(type: string, body: string | Buffer, status = 200, validators: Answer['headers'] = {}): Answer {
  return { status, headers: { 'content-type': type, 'cache-control': FRESH, ...validators }, body };
}

/** 304 for a reader that has the answer already, going by its `etag` or `last-modified`; else the answer itself. */
export function unlessKnown({ headers }: SiteRequest, good: Answer): Answer {
  const { etag, 'last-modified': modified = '' } = good.headers;
  const tags = headers['if-none-match']?.split(',').map(bare);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  const known = tags ? etag !== undefined && tags.includes(bare(etag)) : since >= Date.parse(modified);
  if (!known || good.status !== 200) return good;
  const { 'content-type': _, ...rest } = good.headers;
  return { status: 304, headers: rest, body: '' };
}

/** The tag of this version of a document. */
export function etagOf(body: string): string {
  return `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`;
}

/** A page of HTML. */
export function html(body: string, status = 200, validators: Answer['headers'] = {}): Answer {
  return answer('text/html; charset=utf-8', body, status, validators);
}

/** A JSON document. */
export function json(value: unknown, status = 200): Answer {
  return answer('application/json; charset=utf-8', JSON.stringify(value), status);
}

/** A one-line text, for errors. */
export function text(body: string, status: number): Answer {
  return answer('text/plain; charset=utf-8', body, status);
}

/** A permanent redirect: 308 as Next.js sends it, or 301 as WordPress does. */
export function redirect(location: string, status: 301 | 308 = 308): Answer {
  return { status, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

/** A weak tag counts as its strong one: nobody asks for a part of a document here. */
function bare(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
