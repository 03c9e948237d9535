import { browser } from 'wxt/browser';
import { getHealth, isOutOfReach } from './health.ts';
import type { Done, Post, PostId } from './post.ts';
import { readerPath } from './reader/address.ts';
import { announceChange } from './revision.ts';
import { getSettings } from './settings.ts';
import { copiedIds } from './store/copy-states.ts';
import { markOpenedFromList } from './store/marks.ts';

/**
 * Opens posts in tabs, in front or behind, and marks them read, if it is then that the reader wants that: first, since a
 * popup is gone once a tab is in front. Answers what was marked, if anything.
 */
export async function openPosts(posts: readonly Post[], inFront: boolean): Promise<Done | undefined> {
  try {
    return await markedOpened(posts);
  } finally {
    for (const url of await addressesOf(posts)) await browser.tabs.create({ url, active: inFront });
  }
}

/** Where the blog cannot be reached the copies are opened, where there are some. */
async function addressesOf(posts: readonly Post[]): Promise<string[]> {
  const isReachable = navigator.onLine && !isOutOfReach(await getHealth(), Date.now());
  const copied = isReachable ? new Set() : await copiedIds(posts.map(({ id }) => id));
  return posts.map(({ id, url }) => (copied.has(id) ? copyUrl(id) : url));
}

/** Opens the copy of a post in a tab in front. */
export async function openCopy(id: PostId): Promise<void> {
  await browser.tabs.create({ url: copyUrl(id) });
}

function copyUrl(id: PostId): string {
  return browser.runtime.getURL(readerPath(id));
}

async function markedOpened(posts: readonly Post[]): Promise<Done | undefined> {
  const { readWhen } = await getSettings();
  const done = await markOpenedFromList(
    posts.map(({ id }) => id),
    readWhen === 'opened',
  );
  if (done) await announceChange();
  return done;
}
