import { browser } from 'wxt/browser';
import { mark } from './actions.ts';
import type { Post } from './post.ts';

/** Opens a post in a tab, in front or behind, and marks it read: first, since a popup is gone once the tab is in front. */
export async function openPost({ id, url }: Post, inFront: boolean): Promise<void> {
  try {
    await mark([id], 'read');
  } finally {
    await browser.tabs.create({ url, active: inFront });
  }
}
