import type { Answer } from './types.ts';

const FRESH = 'public, max-age=0, must-revalidate';

/** An answer with a body that browsers ask for anew each time, as the real site's pages. */
export function answer(type: string, body: string | Buffer, status = 200): Answer {
  return { status, headers: { 'content-type': type, 'cache-control': FRESH }, body };
}

/** A page of HTML. */
export function html(body: string, status = 200): Answer {
  return answer('text/html; charset=utf-8', body, status);
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
