import pLimit from 'p-limit';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { clearAlarm, setAlarm } from './alarms.ts';
import { followedBy } from './blog/followed.ts';
import { getHealth, staleFrom } from './health.ts';
import { getSettings } from './settings.ts';
import { countUnreadUpTo } from './store/posts.ts';

const MOST = 99;
/** Stands out from the icon on light and dark toolbars, and carries white text. */
const COLOR = '#c2185b';
/** Of a number that may be out of date. */
const QUIET_COLOR = '#5f6368';
/** How long a flash lasts, in ms: the number behind it has to be right within a second. */
const FLASH_MS = 750;
const inOrder = pLimit(1);

/**
 * Shows on the toolbar button how many posts are unread of the categories that the reader follows, and a quiet mark when
 * checking has failed for more than a day; calls are served in order, so the newest number stays.
 */
export function refreshBadge(): Promise<void> {
  return inOrder(show);
}

/** Shows for a moment on the toolbar button whether something has worked. */
export function flashBadge(hasWorked: boolean): Promise<void> {
  return inOrder(async () => {
    await browser.action.setBadgeText({ text: hasWorked ? '✓' : '✗' });
    await new Promise((resolve) => setTimeout(resolve, FLASH_MS));
    await show();
  });
}

/** What the badge says for a number of unread posts. */
export function badgeText(unread: number, isStale: boolean): string {
  const number = unread > MOST ? `${MOST}+` : String(unread || '');
  return isStale ? `${number.replace('+', '')}!` : number;
}

async function show(): Promise<void> {
  const isStale = await isNumberStale();
  const unread = await countUnread();
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(unread ?? 0, isStale || unread === undefined) }),
    browser.action.setBadgeBackgroundColor({ color: isStale || unread === undefined ? QUIET_COLOR : COLOR }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title: titleOf(unread, isStale) }),
  ]);
}

/** Whether no check has worked for a day; until then an alarm sees to it that the day's end is not missed. */
async function isNumberStale(): Promise<boolean> {
  const from = staleFrom(await getHealth());
  if (from !== undefined && from > Date.now()) {
    await setAlarm('badge', from);
    return false;
  }
  await clearAlarm('badge');
  return from !== undefined;
}

/** As far as the badge tells it; undefined if the library does not open. */
async function countUnread(): Promise<number | undefined> {
  const { mutedCategories } = await getSettings();
  try {
    return await countUnreadUpTo(MOST + 1, followedBy(mutedCategories));
  } catch {
    // The popup and the options say why, and what to do; the mark leads there.
    return undefined;
  }
}

function titleOf(unread: number | undefined, isStale: boolean): string {
  if (unread === undefined) return i18n.t('badge.noLibrary');
  return isStale ? i18n.t('badge.stale') : i18n.t('appName');
}
