import type { ListChoice } from './list-choice.ts';

/** Of a group's heading before it is drawn, about, in CSS pixels. */
export const GROUP_HEIGHT = 40;

/** Of a post's row before it is drawn, about, in CSS pixels. */
export function rowHeight(density: ListChoice['density'], isFound: boolean): number {
  if (density === 'comfortable') return 104;
  // A row that was found tells why, if it has anything to tell.
  return isFound ? 75 : 48;
}
