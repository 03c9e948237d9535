import type { Frame, ListChoice } from './list-choice.ts';

/** Of a group's heading before it is drawn, about, in CSS pixels. */
export const GROUP_HEIGHT = 40;

/** In a window of less than this width, in CSS pixels, a row has more lines. */
const WIDE = 560;
/** What is thought of a row in CSS pixels: hardly any is lower. A compact one that was found tells why. */
const IN_WIDE = { comfortable: 104, compact: 48, found: 75 };
const IN_NARROW = { comfortable: 120, compact: 60, found: 92 };

/** Of a post's row before it is drawn, about, in CSS pixels. */
export function rowHeight(density: ListChoice['density'], isFound: boolean): number {
  const heights = innerWidth < WIDE ? IN_NARROW : IN_WIDE;
  return isFound && density === 'compact' ? heights.found : heights[density];
}

/** So much of the list is drawn until it is known what is seen, in CSS pixels: a popup has no room for more. */
export function firstHeight(frame: Frame): number {
  return frame === 'popup' ? 400 : 600;
}
