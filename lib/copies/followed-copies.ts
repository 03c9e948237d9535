import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { afterPaint } from '../after-paint.ts';
import { type Live, live } from '../live.ts';
import { createOnline } from '../online.ts';
import type { PostId } from '../post.ts';
import { type CopyState, copyStates } from '../store/copy-states.ts';
import { isResting } from '../store/savings.ts';

/** How often each post is shown. */
const shown = new Map<PostId, number>();
/** The posts that are asked for: those that are shown, once they are painted. */
const ids = signal<readonly PostId[]>([]);
let isChanging = false;
let states: ReadonlySignal<Live<ReadonlyMap<PostId, CopyState>>> | undefined;

/** The state of the copy of a post that is followed; undefined as long as it is not read. */
export function copyStateOf(id: PostId): CopyState | undefined {
  states ??= followedStates();
  return states.value.state === 'ready' ? states.value.value.get(id) : undefined;
}

function followedStates(): ReadonlySignal<Live<ReadonlyMap<PostId, CopyState>>> {
  const followed = live(() => {
    const now = ids.value;
    return now.length > 0 ? () => copyStates(now) : undefined;
  });
  const online = createOnline();
  const isAnyDue = computed(
    () => online.value && followed.value.state === 'ready' && [...followed.value.value.values()].some(isDue),
  );
  effect(() => {
    if (isAnyDue.value) void import('../actions.ts').then(({ catchUp }) => catchUp()).catch(console.error);
  });
  return followed;
}

/** Whether a copy could be made now, and is not. */
function isDue({ copy, saving }: CopyState): boolean {
  if (!saving) return copy === undefined;
  return saving.status === 'wanted' || (saving.status === 'waiting' && !isResting(saving.restsUntil));
}

/** Follows the copy of a post, together with all that are followed: one query tells of them. Answers how to stop that. */
export function followCopy(id: PostId): () => void {
  add(id, 1);
  return () => add(id, -1);
}

function add(id: PostId, count: number): void {
  const times = (shown.get(id) ?? 0) + count;
  if (times > 0) shown.set(id, times);
  else shown.delete(id);
  // Rows come and go by the dozen.
  if (isChanging) return;
  isChanging = true;
  afterPaint(() => {
    isChanging = false;
    ids.value = [...shown.keys()];
  });
}
