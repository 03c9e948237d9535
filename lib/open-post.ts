import { browser } from 'wxt/browser';
import type { Post } from './post.ts';
import { announceChange } from './revision.ts';
import { getSettings } from './settings.ts';
import { markOpened } from './store/marks.ts';

/**
 * Opens a post in a tab, in front or behind, and marks it read, if it is then that the reader wants that: first, since a
 * popup is gone once the tab is in front.
 */
export async function openPost({ id, url }: Post, inFront: boolean): Promise<void> {
  try {
    const { readWhen } = await getSettings();
    if (readWhen === 'opened' && (await markOpened(id))) await announceChange();
  } finally {
    await browser.tabs.create({ url, active: inFront });
  }
}
