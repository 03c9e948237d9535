import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { type Filter, NO_FILTER } from './filter.ts';
import { FROM_BLOG_PAGES } from './message-guard.ts';

const item = storage.defineItem<unknown>('local:filter', { fallback: NO_FILTER });

/** The filter that the reader has chosen last on a page of the blog; none where what is stored makes no sense. */
export async function getChosenFilter(): Promise<Filter> {
  const { success, output } = v.safeParse(FROM_BLOG_PAGES.filterChosen, await item.getValue());
  return success ? output : NO_FILTER;
}

export function storeChosenFilter(filter: Filter): Promise<void> {
  return item.setValue(filter);
}
