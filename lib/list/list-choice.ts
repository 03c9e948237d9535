import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { SORTS, VIEWS } from '../store/lists.ts';

/** Where the reading list is shown. */
const FRAMES = ['popup', 'sidepanel', 'library'] as const;
export type Frame = (typeof FRAMES)[number];

export function isFrame(name: string | undefined): name is Frame {
  return FRAMES.some((frame) => frame === name);
}

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

const nameOf = (frame: Frame) => `list-${frame}`;
const itemOf = (frame: Frame) => storage.defineItem<unknown>(`local:${nameOf(frame)}`, { fallback: undefined });

/**
 * What the reader has chosen last in this frame, as far as it can be told at once: a popup may be closed in the moment of the
 * choice, and what it began would end with it. Undefined if nothing was chosen, or the browser has cleared it with its history, as
 * Firefox does (MDN, storage.local).
 */
export function recallListChoice(frame: Frame): ListChoice | undefined {
  try {
    const recalled = localStorage.getItem(nameOf(frame));
    return recalled === null ? undefined : toChoice(JSON.parse(recalled));
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/** What the reader has chosen last in this frame, where that cannot be told at once; undefined if nothing was. */
export async function getListChoice(frame: Frame): Promise<ListChoice | undefined> {
  const stored = await itemOf(frame).getValue();
  return stored ? toChoice(stored) : undefined;
}

/** Remembers the choice, at once and for good. */
export async function storeListChoice(frame: Frame, choice: ListChoice): Promise<void> {
  remember(nameOf(frame), JSON.stringify(choice));
  await itemOf(frame).setValue(choice);
}

function remember(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch (error) {
    // It is stored all the same.
    console.error(error);
  }
}

/** A default stands in for each part that is missing or makes no sense. */
function toChoice(stored: unknown): ListChoice {
  return v.parse(schema, typeof stored === 'object' && stored ? stored : {});
}
