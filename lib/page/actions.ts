import type { Marked } from '../messages.ts';
import type { Mark, Post, PostId } from '../post.ts';
import type { Ask } from './ask.ts';

/** What the reader can do to posts on a page of the blog. */
export interface PageActions {
  mark(ids: readonly PostId[], as: Mark): Promise<void>;
  markOlder(id: PostId): Promise<void>;
  /** Undoes what was done last on this page, then what was done before that. */
  undo(): Promise<void>;
  copyLink(post: Post): Promise<void>;
}

export function createPageActions({ ask, notice }: Ask): PageActions {
  // Each from the moment in which it is asked for: undone is what was pressed last, though it may not be done yet.
  const pressed: Array<Promise<Marked | undefined> | undefined> = [];
  /** Answers whether there was anything to tell: what has failed was told already. */
  const tell = (
    answer: Marked | undefined,
    kind: 'done' | 'undone',
    nothing: 'nothingToDo' | 'nothingToUndo',
  ): boolean => {
    if (!answer || answer.failure) return false;
    notice.value = answer.done ? { kind, done: answer.done } : { kind: nothing };
    return true;
  };
  const mark = async (asked: Promise<Marked | undefined>) => {
    pressed.push(asked);
    tell(await asked, 'done', 'nothingToDo');
  };
  return {
    mark: (ids, as) => mark(ask('markPosts', { ids, mark: as })),
    markOlder: (id) => mark(ask('markOlder', id)),
    async undo() {
      let last: (typeof pressed)[number];
      let step: string | undefined;
      do {
        last = pressed.pop();
        step = (await last)?.done?.step;
      } while (last && !step);
      if (!tell(step ? await ask('undo', step) : {}, 'undone', 'nothingToUndo')) pressed.push(last);
    },
    async copyLink({ url }) {
      try {
        await navigator.clipboard.writeText(url);
        notice.value = { kind: 'copied' };
      } catch (error) {
        console.error(error);
        notice.value = { kind: 'failed', failure: 'unknown' };
      }
    },
  };
}
