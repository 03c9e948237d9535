import type { PostId } from '../post.ts';
import { VIEWS } from '../store/lists.ts';
import type { ReadingList } from './reading-list.ts';

/** What a key does; false if there was nothing to do, and the key is the browser's. */
type Keys = Readonly<Record<string, () => unknown>>;

/** What the frame does on keys itself. */
export interface FrameKeys {
  goToSearch(): void;
  toggleOptions(): void;
  help(): void;
}

/** Where keys write. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/**
 * Has keys do something with the list, as long as single keys are on: never while the reader types. Those that were pressed before
 * come first.
 */
export function followListKeys(
  list: ReadingList,
  frame: FrameKeys,
  early: readonly KeyboardEvent[],
  signal: AbortSignal,
): void {
  const single = singleKeys(list, frame);
  const always = alwaysKeys(list);
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isTaken(event)) return;
    const name = nameOf(event);
    const key = always[name] ?? (list.settings.value?.keyboard ? single[name] : undefined);
    if (key && key() !== false) event.preventDefault();
  };
  for (const event of early) onKey(event);
  document.addEventListener('keydown', onKey, { signal });
}

function singleKeys(list: ReadingList, frame: FrameKeys): Keys {
  const views = VIEWS.map((view, index) => [String(index + 1), () => list.choose({ view })] as const);
  const onTargets = (work: (ids: readonly PostId[]) => unknown) => () => {
    const ids = targetsOf(list);
    if (ids.length === 0) return false;
    void work(ids);
    return true;
  };
  const post = () => currentPost(list);
  return {
    ...Object.fromEntries(views),
    j: () => move(list, 1),
    k: () => move(list, -1),
    o: onTargets(async (ids) => {
      await list.open(ids, ids.length === 1);
      if (ids.length === 1 && list.frame === 'popup') window.close();
    }),
    r: () => {
      const id = currentId(list);
      if (id === undefined || !post()?.bookmarked) return false;
      return list.openCopy(id);
    },
    m: onTargets((ids) => list.mark(ids, post()?.reading === 'read' ? 'unread' : 'read')),
    s: onTargets((ids) => list.mark(ids, post()?.bookmarked ? 'unsaved' : 'saved')),
    e: onTargets((ids) => list.mark(ids, 'archived')),
    c: onTargets((ids) => list.copyLinks(ids)),
    x: () => {
      const id = currentId(list);
      if (id !== undefined) list.selection.toggle(id);
      return id !== undefined;
    },
    u: () => void list.undo(),
    '/': frame.goToSearch,
    f: frame.toggleOptions,
    '?': frame.help,
  };
}

function alwaysKeys(list: ReadingList): Keys {
  const inList = (work: () => unknown) => () => isInList(list) && work();
  const extend = (step: number) => () => {
    const id = currentId(list);
    if (id === undefined) return false;
    if (!list.selection.ids.value.has(id)) list.selection.toggle(id);
    move(list, step);
    const next = currentId(list);
    if (next !== undefined) list.selection.extendTo(next);
    return true;
  };
  const clear = () => {
    const isSelected = list.selection.ids.value.size > 0;
    list.selection.clear();
    return isSelected || list.dismissNotice();
  };
  return {
    ArrowDown: inList(() => move(list, 1)),
    ArrowUp: inList(() => move(list, -1)),
    PageDown: inList(() => moveTo(list, (at) => at + rowsInSight())),
    PageUp: inList(() => moveTo(list, (at) => at - rowsInSight())),
    Home: inList(() => moveTo(list, () => 0)),
    End: inList(() => moveTo(list, () => Number.MAX_SAFE_INTEGER)),
    'Shift+ArrowDown': inList(extend(1)),
    'Shift+ArrowUp': inList(extend(-1)),
    'Control+a': () => list.selection.selectAll(),
    'Control+z': () => void list.undo(),
    Escape: clear,
  };
}

/** Whether the focus is in the list, or on its way there: keys may come faster than rows are drawn. */
function isInList(list: ReadingList): boolean {
  const wanted = list.focusWanted.value?.id;
  const isOnItsWay = wanted !== undefined && wanted === currentId(list);
  return isOnItsWay || document.activeElement?.closest('.posts') != null;
}

/** Moves to the next post, or the one before; to the first if there is none to go from. */
function move(list: ReadingList, step: number): boolean {
  const ids = listedIds(list);
  const at = ids.indexOf(list.current.value ?? ('' as PostId));
  const next = ids[at < 0 || !isInList(list) ? Math.max(at, 0) : at + step];
  if (next === undefined) return false;
  list.focus(next);
  return true;
}

/** Moves from the current post to another, the first or the last if there is none so far. */
function moveTo(list: ReadingList, placeOf: (at: number) => number): boolean {
  const ids = listedIds(list);
  const place = placeOf(ids.indexOf(list.current.value ?? ('' as PostId)));
  const next = ids[Math.min(Math.max(place, 0), ids.length - 1)];
  if (next === undefined) return false;
  list.focus(next);
  return true;
}

/** About how many rows are seen at a time. */
function rowsInSight(): number {
  const row = document.activeElement?.closest('.post');
  const seen = row?.closest('main')?.clientHeight ?? 0;
  return Math.max(1, Math.floor(seen / (row?.clientHeight || 1)));
}

/** What a key is meant for: the selected posts, else the current one. */
function targetsOf(list: ReadingList): readonly PostId[] {
  const selected = list.selection.ids.value;
  if (selected.size > 0) return [...selected];
  const id = currentId(list);
  return id === undefined ? [] : [id];
}

function currentId(list: ReadingList): PostId | undefined {
  const id = list.current.value;
  return id !== undefined && listedIds(list).includes(id) ? id : undefined;
}

function currentPost(list: ReadingList) {
  const [id] = targetsOf(list);
  return id === undefined ? undefined : list.listing.postOf(id);
}

function listedIds(list: ReadingList): readonly PostId[] {
  return list.entries.value.flatMap((entry) => (entry.kind === 'post' ? [entry.id] : []));
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (ctrlKey || metaKey) return `Control+${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}`;
  return shiftKey && key.startsWith('Arrow') ? `Shift+${key}` : key;
}

function isTaken({ target }: KeyboardEvent): boolean {
  if (document.querySelector(':modal') !== null) return true;
  return target instanceof Element && target.closest(`${FIELDS}, [popover]:popover-open`) !== null;
}
