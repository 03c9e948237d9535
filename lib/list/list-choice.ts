import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
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

export const FIRST_CHOICE: ListChoice = toChoice({});

const itemOf = (frame: Frame) => storage.defineItem<unknown>(`local:list-${frame}`, { fallback: {} });

/** What the reader has chosen last in this frame; a default stands in for each part that is missing or makes no sense. */
export async function getListChoice(frame: Frame): Promise<ListChoice> {
  return toChoice(await itemOf(frame).getValue());
}

/** Remembers the choice. */
export function storeListChoice(frame: Frame, choice: ListChoice): Promise<void> {
  return itemOf(frame).setValue(choice);
}

function toChoice(stored: unknown): ListChoice {
  return v.parse(schema, typeof stored === 'object' && stored ? stored : {});
}
