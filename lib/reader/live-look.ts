import { type ReadonlySignal, signal } from '@preact/signals';
import { type Dress, dress } from './early.ts';
import { FIRST_LOOK, getLook, type Look, onLookChange, storeLook } from './look.ts';

/** How posts look, here and in every other reader that is open. */
export interface LiveLook {
  readonly look: ReadonlySignal<Look>;
  change(change: Partial<Look>): void;
  /** As it was before anything was chosen. */
  reset(): void;
}

/** Has the page look as the reader has chosen it, now and whenever that changes. */
export function followLook(root: HTMLElement): LiveLook {
  const look = signal(FIRST_LOOK);
  let writing = 0;
  const show = (next: Look) => {
    look.value = next;
    dress(root, dressOf(next));
  };
  const choose = (next: Look) => {
    show(next);
    writing++;
    void storeLook(next)
      .catch(console.error)
      .finally(() => writing--);
  };
  // What the page has had last may be on it already.
  if (root.dataset['theme'] === undefined) dress(root, dressOf(look.value));
  // What is heard of while something is written may be what was chosen before.
  onLookChange((next) => writing === 0 && show(next));
  void getLook().then((stored) => writing === 0 && show(stored), console.error);
  return { look, change: (change) => choose({ ...look.value, ...change }), reset: () => choose(FIRST_LOOK) };
}

function dressOf({ font, theme, justified, size, width, spacing }: Look): Dress {
  return {
    data: { font, theme, justified: String(justified) },
    style: { '--text-size': String(size / 100), '--measure': String(width), '--leading': String(spacing / 100) },
  };
}
