import { browser } from 'wxt/browser';
import type { FromBlogPages } from '../messages.ts';

type Answers = { readonly [N in keyof FromBlogPages]: ReturnType<FromBlogPages[N]> };

/** What `@webext-core/messaging` answers. */
interface Reply<Answer> {
  readonly res: Answer;
  readonly err?: { readonly message?: string };
}

/**
 * Sends what the background's `@webext-core/messaging` understands. Its own sender would be a twenty-fifth of all that the
 * blog's pages load.
 * @throws Error if the background did not answer, or failed.
 */
export async function send<N extends keyof FromBlogPages>(
  type: N,
  data: Parameters<FromBlogPages[N]>[0],
): Promise<Answers[N]> {
  const message = { id: 0, type, data, timestamp: Date.now() };
  const reply: Reply<Answers[N]> | undefined = await browser.runtime.sendMessage(message);
  if (!reply || reply.err) throw new Error(reply?.err?.message ?? 'No response');
  return reply.res;
}
