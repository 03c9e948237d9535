import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PostId } from '../post.ts';

/** Which posts of the list are selected. What leaves the list is selected no longer. */
export interface Selection {
  readonly ids: ReadonlySignal<ReadonlySet<PostId>>;
  /** Selects a post, or no longer. */
  toggle(id: PostId): void;
  /** Has the next `extendTo` begin with this post. */
  startAt(id: PostId): void;
  /** Selects all posts from the one that was toggled or started at last, if it is still listed, to this one. */
  extendTo(id: PostId): void;
  selectAll(): void;
  clear(): void;
}

const NONE: ReadonlySet<PostId> = new Set();

export function createSelection(listed: ReadonlySignal<readonly PostId[]>): Selection {
  const ids = signal(NONE);
  let from: PostId | undefined;

  effect(() => {
    const now = listed.value;
    if (ids.peek().size === 0) return;
    const still = new Set(now);
    const kept = [...ids.peek()].filter((id) => still.has(id));
    if (kept.length < ids.peek().size) ids.value = new Set(kept);
  });

  return {
    ids: computed(() => ids.value),
    toggle(id) {
      from = id;
      const others = [...ids.value].filter((other) => other !== id);
      ids.value = new Set(ids.value.has(id) ? others : [...others, id]);
    },
    startAt(id) {
      from = id;
    },
    extendTo(id) {
      const start = from === undefined ? -1 : listed.value.indexOf(from);
      const end = listed.value.indexOf(id);
      if (start < 0) from = id;
      const [first, last] = start < 0 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
      ids.value = new Set([...ids.value, ...listed.value.slice(first, last + 1)]);
    },
    selectAll() {
      ids.value = new Set(listed.value);
    },
    clear() {
      from = undefined;
      ids.value = NONE;
    },
  };
}
