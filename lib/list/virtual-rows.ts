import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { afterPaint } from '../after-paint.ts';
import { type Entry, entryKey } from './groups.ts';
import { withinBudget } from './line-budget.ts';

/** So many lines are drawn beyond those that can be seen, on either side, as far as they are read. */
const OVERSCAN = 12;
/** As many of them come with what is seen: hardly any line is lower than was thought. */
const NEXT = 1;
/** Of a list that another may soon take the place of no more lines are counted: it takes long to say of thousands where they are. */
const HASTY_COUNT = 50;

/** A line that is drawn, and the room that is left above it for those that are not, in CSS pixels. */
interface Line {
  readonly index: number;
  readonly gap: number;
}

/** How the lines are laid out, as far as it is known before they are drawn. */
interface LineLayout {
  readonly entries: readonly Entry[];
  readonly heightOf: (entry: Entry | undefined) => number;
  /** Whether there is already something to be drawn. */
  readonly isReady: (entry: Entry | undefined) => boolean;
  /** Where the lines begin in what is scrolled, in CSS pixels. */
  readonly top: number;
  /** A line that is drawn wherever the reader has scrolled to, if any. */
  readonly kept: number | undefined;
  /** What was typed to find them: what cannot be seen of a list that was found for something else than before comes later. */
  readonly typed: string | undefined;
}

/** The first and the last line that can be seen. */
interface Seen {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** Which lines are drawn, and how. */
export interface Drawn {
  readonly lines: readonly Line[];
  /** The room that is left below them, in CSS pixels. */
  readonly below: number;
  /** The first and the last line near to what is seen. */
  readonly near: readonly [first: number, last: number];
}

/** Which lines of a long list are drawn: those near to what is seen, and what has to stay. */
export interface VirtualRows {
  /** To be called while the list is drawn. */
  lines(layout: LineLayout): Drawn;
  /** To be called once the list is drawn. What the reader looks at stays in its place, whatever came or went above. */
  onDrawn(): void;
  measure(element: HTMLElement | null): void;
  scrollTo(index: number): void;
  stop(): void;
}

/** A line by which it can be told how far the others have moved. */
interface Anchor {
  readonly key: string;
  /** How far below the upper edge of what is seen, in CSS pixels. */
  readonly offset: number;
}

/** Follows what the reader sees of the scrolled element; each line's element has `data-index`, and that of a post `data-id`. */
export function createVirtualRows(scroller: HTMLElement, redraw: () => void): VirtualRows {
  let layout: LineLayout = {
    entries: [],
    heightOf: () => 0,
    isReady: () => false,
    top: 0,
    kept: undefined,
    typed: undefined,
  };
  let anchors: readonly Anchor[] = [];
  let drawn: ReadonlySet<string> = drawnIn(scroller);
  let isHasty = false;
  let frame = 0;
  let waiting = new AbortController();
  // Another one for other entries only: with it all lines are measured anew.
  let getItemKey = (index: number) => keyOf(layout.entries[index]);

  const redrawSoon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      redraw();
    });
  };

  const countNow = () => {
    const { entries, kept = -1 } = layout;
    return isHasty ? Math.min(entries.length, Math.max(HASTY_COUNT, kept + 1)) : entries.length;
  };

  const options = () => ({
    count: countNow(),
    getScrollElement: () => scroller,
    // Else it would begin with the list's beginning, and throw back whoever has scrolled before.
    initialOffset: () => scroller.scrollTop,
    estimateSize: (index: number) => layout.heightOf(layout.entries[index]),
    getItemKey,
    scrollMargin: layout.top,
    overscan: OVERSCAN,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
      withKept(defaultRangeExtractor(range), layout, range.startIndex),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    // Rounded, as it would be else, the heights of many lines would add up to something else than is drawn.
    measureElement: heightOf,
    onChange: redrawSoon,
  });
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(options());
  const stop = virtualizer._didMount();
  virtualizer._willUpdate();

  const anchorsNow = (): Anchor[] => {
    const { scrollTop } = scroller;
    if (scrollTop <= layout.top) return [];
    return virtualizer
      .getVirtualItems()
      .filter(({ end }) => end > scrollTop)
      .map(({ index, start }) => ({ key: keyOf(layout.entries[index]), offset: start - scrollTop }));
  };

  const drawRestLater = () => {
    waiting.abort();
    waiting = new AbortController();
    afterPaint(() => {
      isHasty = false;
      redraw();
    }, waiting.signal);
  };

  /** All that is seen; beyond that only what is ready, and of what is new only a part at a time. */
  const drawnOf = (items: readonly VirtualItem[], { startIndex, endIndex }: Seen): VirtualItem[] => {
    const { entries, kept, isReady } = layout;
    const entryOf = ({ index }: VirtualItem) => entries[index];
    const distanceOf = ({ index }: VirtualItem) => Math.max(startIndex - index, index - endIndex, 0);
    const isNeeded = (item: VirtualItem) =>
      distanceOf(item) <= NEXT || item.index === kept || entryOf(item)?.kind !== 'post';
    const isNew = (item: VirtualItem) => isReady(entryOf(item)) && !drawn.has(keyOf(entryOf(item)));

    const wanted = items.filter((item) => isNeeded(item) || (!isHasty && isReady(entryOf(item))));
    const now = withinBudget(wanted, { isNeeded, isNew, distanceOf });
    if (now.length < wanted.length) drawRestLater();
    drawn = new Set(now.map(entryOf).filter(isReady).map(keyOf));
    return now;
  };

  return {
    lines(next) {
      if (next.entries !== layout.entries) {
        anchors = anchorsNow();
        getItemKey = (index) => keyOf(layout.entries[index]);
        if (next.typed !== undefined && next.typed !== layout.typed && anchors.length === 0) {
          isHasty = true;
          drawRestLater();
        }
      }
      layout = next;
      virtualizer.setOptions(options());
      const around = virtualizer.getVirtualItems();
      // Only with them it is worked out which of them are seen.
      const seen = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
      const items = drawnOf(around, seen);
      const ends = [layout.top, ...items.map(({ end }) => end)];
      const { entries, heightOf } = layout;
      const uncounted = (entries.length - countNow()) * heightOf(entries.at(-1));
      return {
        near: [Math.max(0, seen.startIndex - OVERSCAN), seen.endIndex + OVERSCAN],
        lines: items.map(({ index, start }, i) => ({ index, gap: start - (ends[i] ?? start) })),
        below: virtualizer.getTotalSize() + layout.top - (ends.at(-1) ?? 0) + uncounted,
      };
    },
    onDrawn() {
      virtualizer._willUpdate();
      const keys = new Map(anchors.map(({ key, offset }) => [key, offset]));
      anchors = [];
      if (keys.size === 0) return;
      // Lines that were just drawn may be higher than was thought.
      virtualizer.getTotalSize();
      const index = layout.entries.findIndex((entry) => keys.has(keyOf(entry)));
      const start = virtualizer.measurementsCache[index]?.start;
      const offset = keys.get(keyOf(layout.entries[index]));
      if (start === undefined || offset === undefined) return;
      scroller.scrollTop = start - offset;
      // It would hear of it only with the next event, and go back meanwhile.
      virtualizer.scrollOffset = scroller.scrollTop;
    },
    measure: (element) => virtualizer.measureElement(element),
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    stop() {
      cancelAnimationFrame(frame);
      waiting.abort();
      stop();
    },
  };
}

/** The lines near to what is seen, the heading that they are under, and the one that is kept. */
function withKept(near: readonly number[], { entries, kept = -1 }: LineLayout, first: number): number[] {
  const added = [headingBefore(entries, first), kept].filter((index) => index >= 0 && index < entries.length);
  return [...new Set([...added, ...near])].sort((a, b) => a - b);
}

/** The keys of the posts that are drawn already. */
function drawnIn(scroller: HTMLElement): ReadonlySet<string> {
  return new Set(Array.from(scroller.querySelectorAll<HTMLElement>('[data-id]'), ({ dataset }) => dataset['id'] ?? ''));
}

function headingBefore(entries: readonly Entry[], index: number): number {
  if (entries[0]?.kind === 'post') return -1;
  let at = Math.min(index, entries.length - 1);
  while (entries[at]?.kind === 'post') at--;
  return at;
}

/** In CSS pixels. */
function heightOf(element: Element, entry: ResizeObserverEntry | undefined): number {
  return entry?.borderBoxSize[0]?.blockSize ?? element.getBoundingClientRect().height;
}

function keyOf(entry: Entry | undefined): string {
  return entry ? entryKey(entry) : '';
}
