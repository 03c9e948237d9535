import type { PostId } from '../post.ts';
import { type Entry, entryKey } from './groups.ts';
import type { ReadingList } from './reading-list.ts';

/** A control of a row, by its name there, and the key of the row's line. */
interface Place {
  readonly key: string;
  readonly control: string;
}

/**
 * Has the focus follow the current post, as keys move it, and stay near where it was: when the row or button that has it
 * goes, it moves to what takes its place, and when the list gets lower its row stays in sight.
 */
export interface RowFocus {
  /** To be called once the rows are drawn, with the post that the focus is to go to, if any. */
  onDrawn(entries: readonly Entry[], wanted: PostId | undefined): void;
  stop(): void;
}

/** Follows the focus in the element that has the rows, each with `data-index` and controls with `data-control`. */
export function followRowFocus(
  list: Pick<ReadingList, 'onFocused'>,
  rows: HTMLElement,
  scrollTo: (index: number) => void,
): RowFocus {
  const end = new AbortController();
  let drawn: readonly Entry[] = [];
  let last: Place | undefined;

  const onFocus = ({ target }: FocusEvent) => {
    last = target instanceof Element ? placeOf(target, drawn) : undefined;
  };
  const onBlur = ({ relatedTarget, target }: FocusEvent) => {
    const leave = () => {
      // What is gone has not been left, and a window that is not in front keeps its focus.
      const isGone = target instanceof Element && !target.isConnected;
      if (!isGone && document.hasFocus() && !rows.contains(document.activeElement)) last = undefined;
    };
    if (relatedTarget) leave();
    else queueMicrotask(leave);
  };
  rows.addEventListener('focusin', onFocus, { signal: end.signal });
  rows.addEventListener('focusout', onBlur, { signal: end.signal });
  const stopWatching = keepInSight(rows);

  const controlAt = (index: number, control: string) =>
    rows.querySelector<HTMLElement>(`[data-index="${index}"] [data-control="${control}"]`);

  const goTo = (entries: readonly Entry[], id: PostId) => {
    const index = entries.findIndex((entry) => entry.kind === 'post' && entry.id === id);
    if (index < 0) return;
    const link = controlAt(index, 'open');
    if (!link) return scrollTo(index);
    link.focus({ preventScroll: true });
    link.closest('li')?.scrollIntoView({ block: 'nearest' });
    list.onFocused();
  };

  const goToWhatIsThere = ({ key, control }: Place, before: readonly Entry[]) => {
    const index = successorOf(key, before, drawn);
    (controlAt(index, control) ?? controlAt(index, 'open'))?.focus({ preventScroll: true });
  };

  return {
    onDrawn(entries, wanted) {
      const before = drawn;
      drawn = entries;
      if (wanted !== undefined) goTo(entries, wanted);
      if (last && document.activeElement === document.body) goToWhatIsThere(last, before);
    },
    stop() {
      end.abort();
      stopWatching();
    },
  };
}

/**
 * The line of the post that takes the place of a line: it itself, if it is still there, else the next of those after it that
 * is, else the last before it; in another list the one where it was. -1 if there are no posts.
 */
export function successorOf(key: string, before: readonly Entry[], now: readonly Entry[]): number {
  const at = before.findIndex((entry) => entryKey(entry) === key);
  const places = new Map(now.flatMap((entry, index) => (entry.kind === 'post' ? [[entry.id as string, index]] : [])));
  const placeNow = (entry: Entry) => places.get(entryKey(entry));
  const after = before.slice(Math.max(at, 0)).find((entry) => placeNow(entry) !== undefined);
  const found = after ?? before.slice(0, Math.max(at, 0)).findLast((entry) => placeNow(entry) !== undefined);
  if (found) return placeNow(found) ?? -1;
  const near = now.findIndex(({ kind }, index) => kind === 'post' && index >= at);
  return near >= 0 ? near : now.findLastIndex(({ kind }) => kind === 'post');
}

/** Has the row with the focus stay in sight when it grows, or what comes up below the list makes that lower, or covers it. */
function keepInSight(rows: HTMLElement): () => void {
  const scroller = rows.closest('main');
  const told = document.querySelector('.told');
  if (!scroller || !told) return () => {};
  let height = scroller.clientHeight;
  const heights = new WeakMap<Element, number>();
  const observer = new ResizeObserver((seen) => {
    // What is first seen has not changed: a row that is pressed stays where it is.
    const hasChanged = seen.filter(({ target, contentRect }) => {
      const before = heights.get(target);
      heights.set(target, contentRect.height);
      return before !== undefined && before !== contentRect.height;
    });
    if (hasChanged.length === 0) return;
    const row = rows.contains(document.activeElement) ? document.activeElement?.closest('li') : null;
    const place = row?.getBoundingClientRect();
    const { top, bottom } = scroller.getBoundingClientRect();
    const seenBefore = Math.min(top + height, innerHeight);
    const seenNow = Math.min(bottom, told.getBoundingClientRect().top);
    // Who has scrolled away from it is not brought back.
    if (place && place.top < seenBefore && place.bottom > seenNow) row?.scrollIntoView({ block: 'nearest' });
    height = scroller.clientHeight;
  });
  observer.observe(scroller);
  observer.observe(told);
  let focused: Element | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    const row = target instanceof Element ? target.closest('li') : null;
    if (row === focused) return;
    if (focused) {
      observer.unobserve(focused);
      heights.delete(focused);
    }
    if (row) observer.observe(row);
    focused = row;
  };
  rows.addEventListener('focusin', onFocus);
  return () => {
    rows.removeEventListener('focusin', onFocus);
    observer.disconnect();
  };
}

function placeOf(target: Element, entries: readonly Entry[]): Place | undefined {
  const entry = entries[Number(target.closest('li')?.dataset['index'] ?? -1)];
  return entry && { key: entryKey(entry), control: target.getAttribute('data-control') ?? 'open' };
}
