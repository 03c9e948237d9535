import * as v from 'valibot';
import { SORTS, VIEWS } from '../store/lists.ts';

/** Where the reading list is shown. */
export type Frame = 'popup' | 'sidepanel' | 'library';

export const GROUPS = ['none', 'month', 'category'] as const;
export type Group = (typeof GROUPS)[number];

export const DENSITIES = ['comfortable', 'compact'] as const;

const schema = v.object({
  view: v.fallback(v.picklist(VIEWS), 'unread'),
  /** The key of the category whose posts are listed; empty if it is all of them. */
  category: v.fallback(v.string(), ''),
  sort: v.fallback(v.picklist(SORTS), 'newest'),
  group: v.fallback(v.picklist(GROUPS), 'none'),
  density: v.fallback(v.picklist(DENSITIES), 'comfortable'),
});

/** Which list the reader wants to see, and how. */
export type ListChoice = Readonly<v.InferOutput<typeof schema>>;

const keyOf = (frame: Frame) => `list-${frame}`;

/** What the reader has chosen last in this frame; a default stands in for each part that is missing or makes no sense. */
export function getListChoice(frame: Frame): ListChoice {
  const stored = recall(keyOf(frame));
  return v.parse(schema, typeof stored === 'object' && stored ? stored : {});
}

/**
 * Remembers the choice at once: a popup may be closed in the same moment, and what it began would end with it.
 *
 * @throws {DOMException} Where the browser lets nobody remember anything, or has no room.
 */
export function storeListChoice(frame: Frame, choice: ListChoice): void {
  localStorage.setItem(keyOf(frame), JSON.stringify(choice));
}

function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch (error) {
    console.error(error);
    return {};
  }
}
