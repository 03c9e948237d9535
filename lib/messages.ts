import { defineExtensionMessaging } from '@webext-core/messaging';
import pRetry from 'p-retry';
import { browser } from 'wxt/browser';
import type { Failure, Source } from './errors.ts';
import type { Parsed } from './parse/parsed.ts';
import type { Mark, Post, PostId, Reading } from './post.ts';

/** What came of a check that the reader asked for. */
export type CheckAnswer =
  | { readonly kind: 'checked' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not checked: it has just been, or the blog asked to be left alone. Until when, in ms since 1970. */
  | { readonly kind: 'wait'; readonly until: number };

/** What the library knows of posts on a page. */
interface Shown {
  /** The reading states of those that it has. */
  readonly readings: ReadonlyArray<readonly [PostId, Reading]>;
  /** Why it does not open: messages carry no classes of errors. */
  readonly failure?: Failure | undefined;
}

/** What can be asked of the background, and who may ask it. */
interface ToBackground {
  /** From extension pages: check the blog now; answered when the check is over, or at once if there is none now. */
  checkNow(): CheckAnswer;
  /** From extension pages: fetch the back catalogue, or go on with it; answered when it has begun. */
  fetchCatalogue(): void;
  /** From extension pages: delete the library, and read the blog as for the first time; answered once it is deleted. */
  startAnew(): void;
  /** From the blog's pages: these posts are shown here. */
  postsShown(posts: readonly Post[]): Shown;
  /** From the blog's pages: the reader has opened this post; answers why that could not be stored. */
  postOpened(post: Post): Failure | undefined;
  /** From the blog's pages: the reader gives this post a mark; answers why that could not be stored. */
  markPost(request: { readonly id: PostId; readonly mark: Mark }): Failure | undefined;
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
