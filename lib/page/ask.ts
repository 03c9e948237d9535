import { signal } from '@preact/signals-core';
import type { Failure } from '../errors.ts';
import type { Failed, FromBlogPages } from '../messages.ts';
import type { Done } from '../post.ts';
import { untilAnswered } from '../until-answered.ts';
import { send } from './send.ts';

/** Whether the extension has been updated or removed since: then nothing can be asked of it any more. */
export interface Context {
  readonly isInvalid: boolean;
}

/** What there is to say of what the reader did last. */
export type Notice =
  | { readonly kind: 'done' | 'undone'; readonly done: Done }
  | { readonly kind: 'nothingToDo' | 'nothingToUndo' | 'copied' }
  | { readonly kind: 'failed'; readonly failure: Failure | 'unknown' };

/** Asks the background, and keeps what there is to say of that. */
export function createAsk(context: Context) {
  const notice = signal<Notice>();

  /** The background's answer; undefined if there is none. What has failed is told, until something works again. */
  async function ask<N extends keyof FromBlogPages>(
    type: N,
    data: Parameters<FromBlogPages[N]>[0],
  ): Promise<ReturnType<FromBlogPages[N]> | undefined> {
    if (context.isInvalid) return undefined;
    try {
      const answer = await untilAnswered(() => send(type, data));
      // Nothing is answered where the library was not asked.
      const told = answer as Failed | undefined;
      if (told?.failure) notice.value = { kind: 'failed', failure: told.failure };
      else if (told && notice.value?.kind === 'failed') notice.value = undefined;
      return answer;
    } catch (error) {
      if (context.isInvalid) return undefined;
      console.error(error);
      notice.value = { kind: 'failed', failure: 'unknown' };
      return undefined;
    }
  }

  return { notice, ask };
}

export type Ask = ReturnType<typeof createAsk>;
