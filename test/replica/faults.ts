import { setTimeout as pause } from 'node:timers/promises';
import { answer, html, redirect } from './answers.ts';
import type { Answer, Fault, Reply } from './types.ts';

const ELSEWHERE = `<!doctype html><html lang="en"><head><title>Sign in to the network</title></head>
<body><h1>Sign in to the network</h1><p>Please accept the terms to go on.</p></body></html>`;

/** What `slow` does not wait for any longer. */
interface Ends {
  /** Nothing is wrong any more. */
  readonly over: AbortSignal;
  /** Nobody is answered any more. */
  readonly end: AbortSignal;
}

/** What becomes of a good answer under a fault. */
export async function withFault(fault: Fault, good: () => Promise<Answer>, { over, end }: Ends): Promise<Reply> {
  switch (fault.kind) {
    case 'status':
      return statusOnly(fault.status, fault.retryAfter);
    case 'slow':
      await pause(fault.ms, undefined, { signal: AbortSignal.any([over, end]) }).catch(() => {});
      return end.aborted ? 'reset' : good();
    case 'broken':
      return broken(await good());
    case 'truncated':
      return truncated(await good());
    case 'html':
      return html(ELSEWHERE);
    case 'replace':
      return replaced(await good(), fault);
    case 'huge':
      return { contentType: typeOf(await good()), bytes: fault.bytes };
    case 'redirect':
      return redirect(fault.location);
    case 'unreachable':
      return 'reset';
  }
}

function statusOnly(status: number, retryAfter: string | undefined): Answer {
  const headers = { 'cache-control': 'no-store', ...(retryAfter !== undefined && { 'retry-after': retryAfter }) };
  if (status === 304) return { status, headers, body: '' };
  const page = html(`<!doctype html><title>${status}</title><h1>${status}</h1>`, status);
  return { ...page, headers: { ...page.headers, ...headers } };
}

function broken(good: Answer): Answer {
  const type = typeOf(good);
  if (type.startsWith('image/')) return { ...good, body: 'not a picture' };
  if (type.includes('javascript')) return { ...good, body: 'function (' };
  const text = good.body.toString();
  // Ends inside a tag or a string, wherever that is.
  return { ...good, body: `${text.slice(0, Math.floor(text.length / 2))}<<"&` };
}

function truncated(good: Answer): Answer {
  const whole = Buffer.from(good.body);
  const headers = { ...good.headers, 'content-length': String(whole.length), connection: 'close' };
  return { ...good, headers, body: whole.subarray(0, Math.floor(whole.length / 2)) };
}

function replaced(good: Answer, { body, contentType, status }: Extract<Fault, { kind: 'replace' }>): Answer {
  return answer(contentType ?? typeOf(good), body, status ?? good.status);
}

function typeOf(good: Answer): string {
  return good.headers['content-type'] ?? '';
}
