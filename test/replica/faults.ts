import { answer, html, redirect } from './answers.ts';
import type { Answer, Fault, Reply } from './types.ts';

const ELSEWHERE = `<!doctype html><html lang="en"><head><title>Sign in to the network</title></head>
<body><h1>Sign in to the network</h1><p>Please accept the terms to go on.</p></body></html>`;

/** What becomes of a good answer under a fault. `slow` waits, unless the signal aborts. */
export async function withFault(fault: Fault, good: () => Promise<Answer>, signal: AbortSignal): Promise<Reply> {
  switch (fault.kind) {
    case 'status':
      return statusOnly(fault.status, fault.retryAfter);
    case 'slow':
      return (await wait(fault.ms, signal)) ? good() : 'reset';
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

function wait(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const done = (waited: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve(waited);
    };
    const stop = (): void => done(false);
    const timer = setTimeout(() => done(true), ms);
    signal.addEventListener('abort', stop);
  });
}
