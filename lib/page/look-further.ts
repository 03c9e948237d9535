import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { getLoadMore } from '../blog/load-more.ts';
import type { Card } from '../parse/card.ts';

/** So many posts are enough to go on reading. */
const ENOUGH = 10;

/** So long the page may take to bring more cards, in ms. */
const PATIENCE_MS = 15_000;

/** How looking for more posts on the blog goes, or has ended. */
type LookState = 'idle' | 'running' | 'end' | 'stuck';

/** Has the page itself load more, until enough posts match the filter. */
export interface Look {
  readonly state: ReadonlySignal<LookState>;
  /** Whether few match, and the page can load more. */
  isOffered(): boolean;
  start(): Promise<void>;
  cancel(): void;
}

interface Page {
  /** How many posts match the filter. */
  readonly countShown: () => number;
  readonly cards: ReadonlySignal<readonly Card[]>;
}

export function createLook({ countShown, cards }: Page): Look {
  const state = signal<LookState>('idle');
  let running: AbortController | undefined;

  async function look(stop: AbortSignal): Promise<LookState> {
    while (countShown() < ENOUGH) {
      const button = getLoadMore(document);
      if (!button) return 'end';
      button.click();
      if (!(await hasMore(cards, stop))) return stop.aborted ? 'idle' : 'stuck';
    }
    return 'idle';
  }

  return {
    state,
    isOffered: () => countShown() < ENOUGH && getLoadMore(document) !== undefined,
    async start() {
      if (running) return;
      running = new AbortController();
      state.value = 'running';
      state.value = await look(running.signal);
      running = undefined;
    },
    cancel() {
      running?.abort();
      if (!running) state.value = 'idle';
    },
  };
}

/** Resolves once there are more cards than now; with false if the page takes too long, or nobody waits any more. */
function hasMore(cards: ReadonlySignal<readonly Card[]>, stop: AbortSignal): Promise<boolean> {
  const before = cards.peek().length;
  const late = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]);
  return new Promise((resolve) => {
    const settle = (answer: boolean) => {
      dispose();
      resolve(answer);
    };
    const dispose = effect(() => {
      if (cards.value.length > before) queueMicrotask(() => settle(true));
    });
    late.addEventListener('abort', () => settle(false), { once: true });
  });
}
