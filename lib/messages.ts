import { defineExtensionMessaging } from '@webext-core/messaging';
import pRetry from 'p-retry';
import { browser } from 'wxt/browser';
import type { Source } from './errors.ts';
import type { Parsed } from './parse/parsed.ts';
import type { CheckAnswer } from './poll/poll.ts';
import type { Mark, Post, PostId, Reading } from './post.ts';

/** What can be asked of the background, and who may ask it. */
interface ToBackground {
  /** From extension pages: check the blog now; answered when the check is over, or at once if there is none now. */
  checkNow(): CheckAnswer;
  /** From extension pages: fetch the back catalogue, or go on with it; answered when it has begun. */
  fetchCatalogue(): void;
  /** From the blog's pages: these posts are shown here; answers the reading states of those in the library. */
  postsShown(posts: readonly Post[]): ReadonlyArray<readonly [PostId, Reading]>;
  /** From the blog's pages: the reader has opened this post. */
  postOpened(post: Post): void;
  /** From the blog's pages: the reader gives this post a mark. */
  markPost(request: { readonly id: PostId; readonly mark: Mark }): void;
}

/** What the background asks of the page that reads what the blog has answered. */
interface ToParser {
  /** The posts that this source tells. */
  parse(request: { readonly source: Source; readonly text: string }): Parsed;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ToBackground & ToParser>();

/**
 * The background's answer. It is asked again if there was none: it may have been stopped just then, and the next message
 * starts it. Every message can be sent twice without harm.
 * @throws Error if there was no good answer within about a second and a half.
 */
export function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  // An extension that was updated or removed meanwhile has no id any more, and nobody to answer.
  const shouldRetry = () => browser.runtime.id !== undefined;
  return pRetry(ask, { retries: 3, minTimeout: 100, factor: 3, shouldRetry });
}
