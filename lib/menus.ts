import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { flashOutcome } from './flash-outcome.ts';
import { markAddress } from './mark-address.ts';
import type { Mark } from './post.ts';

/** The items of the menu on a link, and the mark that each gives. */
const MARKS: ReadonlyMap<string | number, Mark> = new Map([
  ['save', 'saved'],
  ['read', 'read'],
]);

/** Begins of addresses of posts, in every form that the blog has used: the year, the month, and more. */
const POSTS = ['*://engineering.atspotify.com/20*/*/*', '*://labs.spotify.com/20*/*/*'];

/** Offers to save a post, or to mark it as read, on links to posts anywhere; to be called in the first turn of the background. */
export function followMenus(): void {
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, linkUrl = '' }) => {
    const mark = MARKS.get(menuItemId);
    if (mark) await flashOutcome(() => markAddress(linkUrl, mark));
  });
  offer('save', i18n.t('menu.save'));
  offer('read', i18n.t('menu.read'));
}

/**
 * Both browsers keep the items while the background sleeps. But Firefox loses them where the extension is disabled and enabled
 * again, and tells nobody (bug 1817287), so that each start of the background offers them.
 */
function offer(id: string, title: string): void {
  browser.contextMenus.create({ id, title, contexts: ['link'], targetUrlPatterns: POSTS }, () => {
    // It is there already; the browser may speak another language by now.
    if (browser.runtime.lastError) void browser.contextMenus.update(id, { title });
  });
}
