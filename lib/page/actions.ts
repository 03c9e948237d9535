import type { Marked } from '../messages.ts';
import type { Mark, Post, PostId } from '../post.ts';
import type { Ask, Notice } from './ask.ts';

/** What the reader can do to posts on a page of the blog. */
export interface PageActions {
  mark(ids: readonly PostId[], as: Mark): Promise<void>;
  markOlder(id: PostId): Promise<void>;
  /** Undoes what was done last on this page, then what was done before that. */
  undo(): Promise<void>;
  copyLink(post: Post): Promise<void>;
}

export function createPageActions({ ask, notice }: Ask): PageActions {
  const tell = (next: Notice | undefined) => {
    if (next) notice.value = next;
  };
  const steps: string[] = [];
  const done = (next: Notice | undefined) => {
    if (next?.kind === 'done') steps.push(next.done.step);
    tell(next);
  };
  return {
    mark: async (ids, as) => done(doneOf(await ask('markPosts', { ids, mark: as }))),
    markOlder: async (id) => done(doneOf(await ask('markOlder', id))),
    async undo() {
      const step = steps.at(-1);
      const answer = step ? await ask('undo', step) : {};
      if (!answer || answer.failure) return;
      steps.pop();
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
