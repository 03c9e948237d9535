import { type ReadonlySignal, signal } from '@preact/signals';
import type { Done } from './post.ts';

/** What the reader did last in a list of posts, as it is announced. */
export type Notice =
  | { readonly kind: 'marked'; readonly done: Done }
  | ({ readonly kind: 'undone' } & Undone)
  | { readonly kind: 'copied'; readonly count: number }
  | { readonly kind: 'tooMany' | 'failed' };

/** What was undone, nothing if there was nothing to undo, and whether an action before it can be. */
export interface Undone {
  readonly done: Done | undefined;
  readonly hasMore: boolean;
}

/** Whether the button to undo belongs to a notice. */
export function canUndo(notice: Notice): boolean {
  return notice.kind === 'marked' || (notice.kind === 'undone' && notice.hasMore);
}

/** Keeps what there is to say of what the reader did last. No action rejects: a failure becomes a notice. */
export interface Notices {
  readonly notice: ReadonlySignal<Notice | undefined>;
  /**
   * Tells of what marks posts, in the order of the presses. Where nothing was to be done, what there is to undo stays so: a second
   * press is no action.
   */
  mark(action: () => Promise<Done | undefined>): Promise<void>;
  /** Does what there is only this to say of. */
  tell(action: () => Promise<Notice>): Promise<void>;
  /** Does what there is nothing to say of. */
  quietly(action: () => Promise<void>): Promise<void>;
  /** Undoes with this what was done last: here, by the name that it is given, else elsewhere. It waits for what is being marked. */
  undo(action: (step: string | undefined) => Promise<Undone>): Promise<void>;
  /** Takes back what there was to say; answers whether there was anything. */
  dismiss(): boolean;
}

export function createNotices(): Notices {
  const notice = signal<Notice>();
  let turn: Promise<void> = Promise.resolve();

  async function quietly(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      console.error(error);
      notice.value = { kind: 'failed' };
    }
  }

  function inTurn(action: () => Promise<void>): Promise<void> {
    turn = turn.then(() => quietly(action));
    return turn;
  }

  return {
    notice,
    mark(action) {
      const marking = action();
      // Until its turn comes nobody waits for it.
      marking.catch(() => {});
      return inTurn(async () => {
        const done = await marking;
        if (done) notice.value = { kind: 'marked', done };
      });
    },
    tell: (action) =>
      quietly(async () => {
        notice.value = await action();
      }),
    quietly,
    undo: (action) =>
      inTurn(async () => {
        const step = notice.value?.kind === 'marked' ? notice.value.done.step : undefined;
        notice.value = { kind: 'undone', ...(await action(step)) };
      }),
    dismiss() {
      const wasThere = notice.value !== undefined;
      notice.value = undefined;
      return wasThere;
    },
  };
}
