import { browser } from 'wxt/browser';
import { countPosts } from './store/posts.ts';

const MOST = 99;
/** Stands out from the icon on light and dark toolbars, and carries white text. */
const COLOR = '#c2185b';
let last = Promise.resolve();

/** Shows the number of unread posts on the toolbar button; calls are served in order, so the newest number stays. */
export function refreshBadge(): Promise<void> {
  last = last.then(showCount, showCount);
  return last;
}

/** What the badge says for a number of unread posts. */
export function badgeText(unread: number): string {
  if (unread === 0) return '';
  return unread > MOST ? `${MOST}+` : String(unread);
}

async function showCount(): Promise<void> {
  const text = badgeText(await countPosts('unread'));
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: COLOR }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
  ]);
}
