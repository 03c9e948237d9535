import { type Marked, sendMessage } from '../messages.ts';
import type { Mark, Post, PostId } from '../post.ts';
import type { Ask, Notice } from './ask.ts';

/** What the reader can do to posts on a page of the blog. */
export interface PageActions {
  mark(ids: readonly PostId[], as: Mark): Promise<void>;
  markOlder(id: PostId): Promise<void>;
  /** Undoes what was done last on this page, or else anywhere. */
  undo(): Promise<void>;
  copyLink(post: Post): Promise<void>;
}

export function createPageActions({ ask, notice }: Ask): PageActions {
  const tell = (next: Notice | undefined) => {
    if (next) notice.value = next;
  };
  return {
    mark: async (ids, as) => tell(doneOf(await ask(() => sendMessage('markPosts', { ids, mark: as })))),
    markOlder: async (id) => tell(doneOf(await ask(() => sendMessage('markOlder', id)))),
    async undo() {
      const step = notice.value?.kind === 'done' ? notice.value.done.step : undefined;
      const answer = await ask(() => sendMessage('undo', step));
      if (!answer || answer.failure) return;
      tell(answer.done ? { kind: 'undone', done: answer.done } : { kind: 'nothingToUndo' });
    },
    async copyLink({ url }) {
      try {
        await navigator.clipboard.writeText(url);
        tell({ kind: 'copied' });
      } catch (error) {
        console.error(error);
        tell({ kind: 'failed', failure: 'unknown' });
      }
    },
  };
}

/** Undefined where it has failed: that was told already. */
function doneOf(answer: Marked | undefined): Notice | undefined {
  if (!answer || answer.failure) return undefined;
  return answer.done ? { kind: 'done', done: answer.done } : { kind: 'nothingToDo' };
}
