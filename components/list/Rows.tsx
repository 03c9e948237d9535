import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { afterPaint } from '../../lib/after-paint.ts';
import type { Entry } from '../../lib/list/groups.ts';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import type { RowFocus } from '../../lib/list/row-focus.ts';
import { firstHeight, GROUP_HEIGHT, rowHeight } from '../../lib/list/row-heights.ts';
import type { Drawn, VirtualRows } from '../../lib/list/virtual-rows.ts';
import { lazy } from '../lazy.tsx';
import { PostRow } from './PostRow.tsx';

const GroupHeading = lazy(() => import('./GroupHeading.tsx').then(({ GroupHeading }) => GroupHeading));

interface Props {
  readonly list: ReadingList;
  readonly name: string;
}

/** The rows of the list: the first at once, then, however many there are, those near to what is seen. */
export function Rows({ list, name }: Props) {
  const rows = useRef<HTMLUListElement>(null);
  const { virtual, focus } = useVirtualRows(list, rows);
  const entries = list.entries.value;
  const current = currentIndex(list, entries);
  const isReady = (entry: Entry | undefined) => entry?.kind !== 'post' || list.listing.postOf(entry.id) !== undefined;
  const found = list.searching.found.value;
  const postHeight = rowHeight(list.choice.value.density, found !== undefined);
  const heightOf = (entry: Entry | undefined) => (!entry || entry.kind === 'post' ? postHeight : GROUP_HEIGHT);
  const typed = found?.state === 'ready' ? found.value.text : undefined;
  const top = rows.current?.offsetTop ?? 0;
  const { lines, below, near } =
    virtual?.lines({ entries, heightOf, isReady, top, kept: current, typed }) ??
    firstLines(entries, heightOf, firstHeight(list.frame));
  const measure = useCallback((element: HTMLLIElement | null) => virtual?.measure(element), [virtual]);

  const wanted = list.focusWanted.value;
  useLayoutEffect(() => {
    virtual?.onDrawn();
    focus?.onDrawn(entries, wanted?.id);
  });
  const [first, last] = near;
  useEffect(() => list.listing.lookAt(first, last), [list, first, last]);

  const hasGroups = entries[0]?.kind !== 'post';
  const listed = list.listing.ids.value;
  const count = listed.state === 'ready' && list.listing.isWhole.value ? listed.value.length : -1;
  return (
    <ul
      ref={rows}
      class="posts"
      aria-label={name}
      style={{ paddingBlockEnd: `${below}px` }}
      onPointerOver={list.prepareActions}
      onFocusCapture={list.prepareActions}
    >
      {lines.map(({ index, gap }) => {
        const entry = entries[index];
        if (!entry) return null;
        if (entry.kind !== 'post') {
          const { kind, name, ids } = entry;
          return <GroupHeading key={`group ${name}`} {...{ list, kind, name, ids, index, gap, measure }} />;
        }
        const { id } = entry;
        return (
          <PostRow
            key={id}
            {...{ list, id, index, gap, measure, count }}
            post={list.listing.postOf(id)}
            isSelected={list.selection.ids.value.has(id)}
            isCurrent={index === current}
            position={entry.index + 1}
            level={hasGroups ? 4 : 3}
          />
        );
      })}
    </ul>
  );
}

/** What is not needed for the first rows. */
interface Later {
  readonly virtual?: VirtualRows;
  readonly focus?: RowFocus;
}

/** What it takes to draw only some rows, and to keep the focus, is loaded once the first rows are on the screen. */
function useVirtualRows(list: ReadingList, rows: RefObject<HTMLElement | null>): Later {
  const [later, setLater] = useState<Later>({});
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  useEffect(() => {
    const end = new AbortController();
    const follow = async () => {
      list.onPainted();
      const [{ createVirtualRows }, { followRowFocus }] = await Promise.all([
        import('../../lib/list/virtual-rows.ts'),
        import('../../lib/list/row-focus.ts'),
      ]);
      const scroller = rows.current?.closest('main');
      if (end.signal.aborted || !rows.current || !scroller) return;
      const virtual = createVirtualRows(scroller, () => redraw(undefined));
      setLater({ virtual, focus: followRowFocus(list, rows.current, virtual.scrollTo) });
    };
    afterPaint(() => void list.quietly(follow), end.signal);
    return () => end.abort();
  }, [list, rows]);
  useEffect(
    () => () => {
      later.virtual?.stop();
      later.focus?.stop();
    },
    [later],
  );
  return later;
}

function firstLines(entries: readonly Entry[], heightOf: (entry: Entry) => number, height: number): Drawn {
  const lines: Drawn['lines'][number][] = [];
  for (let index = 0, left = height; left > 0; index++) {
    const entry = entries[index];
    if (!entry) break;
    lines.push({ index, gap: 0 });
    left -= heightOf(entry);
  }
  return { lines, below: 0, near: [0, lines.length] };
}

/** The line of the post that the keyboard goes from: the first, as long as it is not among these. */
function currentIndex(list: ReadingList, entries: readonly Entry[]): number {
  const id = list.current.value;
  const index = id === undefined ? -1 : entries.findIndex((entry) => entry.kind === 'post' && entry.id === id);
  return index >= 0 ? index : entries.findIndex(({ kind }) => kind === 'post');
}
