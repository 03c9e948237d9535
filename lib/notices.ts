import { type ReadonlySignal, signal } from '@preact/signals';
import { undo } from './actions.ts';
import type { Done } from './post.ts';

/** What the reader did last in a list of posts, as it is announced. */
export type Notice =
  | { readonly kind: 'marked'; readonly done: Done }
  | { readonly kind: 'undone'; readonly count: number }
  | { readonly kind: 'failed' };

/** Keeps what there is to say of what the reader did last. No action rejects: a failure becomes a notice. */
export interface Notices {
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** Does what marks posts. Where nothing was to be done, what there is to undo stays so: a second press is no action. */
  mark(action: () => Promise<Done | undefined>): Promise<void>;
  /** Does what there is nothing to say of. */
  quietly(action: () => Promise<void>): Promise<void>;
  /** Undoes what was marked last. */
  undo(): Promise<void>;
}

export function createNotices(): Notices {
  const notice = signal<Notice>();
  let undoing: Promise<void> | undefined;

  async function act(action: () => Promise<Notice | undefined>): Promise<void> {
    try {
      notice.value = await action();
    } catch (error) {
      console.error(error);
      notice.value = { kind: 'failed' };
    }
  }

  async function undoLast(): Promise<Notice | undefined> {
    if (notice.value?.kind !== 'marked') return notice.value;
    return { kind: 'undone', count: (await undo(notice.value.done.step))?.count ?? 0 };
  }

  return {
    notice,
    mark: (action) =>
      act(async () => {
        const done = await action();
        return done ? { kind: 'marked', done } : notice.value;
      }),
    quietly: (action) => act(async () => action().then(() => notice.value)),
    undo() {
      undoing ??= act(undoLast).finally(() => {
        undoing = undefined;
      });
      return undoing;
    },
  };
}
