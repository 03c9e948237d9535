import pLimit from 'p-limit';
import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { clearAlarm, setAlarm } from './alarms.ts';
import { followedBy } from './blog/followed.ts';
import { HOME_URL } from './blog/site.ts';
import { numberText } from './number-text.ts';
import { openPosts } from './open-post.ts';
import { postIdOf } from './post.ts';
import { quietUntil } from './quiet-hours.ts';
import { getSettings } from './settings.ts';
import type { LibraryPost } from './store/database.ts';
import { hasOutbox, takeFromOutbox } from './store/outbox.ts';
import { knownPosts } from './store/posts.ts';

const POST = 'post:';
const DIGEST = 'digest:';
/** Of the buttons on a post's notification. */
const READ = 0;
/** By then an idle background is asleep. */
const ASLEEP_MS = 60_000;

const inOrder = pLimit(1);
let listensFromStart = false;

/** Notifies of the new posts that wait for it: one by itself, several in a digest; in the quiet hours, once they are over. */
export function notifyOfNew(): Promise<void> {
  return inOrder(notify);
}

async function notify(): Promise<void> {
  if (!(await hasOutbox())) return clearAlarm('notify');
  const { notify: isWanted, quietHours, mutedCategories } = await getSettings();
  const until = quietUntil(quietHours, new Date()) ?? (isDeaf() ? Date.now() + ASLEEP_MS : undefined);
  if (isWanted && until !== undefined) return setAlarm('notify', until);
  await clearAlarm('notify');
  const posts = (await takeFromOutbox()).filter(followedBy(mutedCategories) ?? (() => true));
  // The permission is the reader's to take away.
  if (!isWanted || !browser.notifications) return;
  const [post] = posts;
  if (posts.length > 1) await show(digestId(posts), digestOf(posts));
  else if (post) await show(`${POST}${post.id}`, noteOf(post));
}

/** Follows what the reader does with notifications; to be called in the first turn of the background. */
export function followNotifications(): void {
  listensFromStart = browser.notifications !== undefined;
  listen();
  // There are no notifications, and none of their events, before the reader has allowed them.
  browser.permissions.onAdded.addListener(listen);
}

/**
 * Firefox wakes a background only for what it has listened to in its first turn. In the one in which the reader has allowed
 * notifications that was not yet possible: a click would be lost. The next is woken up for it, once this one has gone to sleep.
 */
function isDeaf(): boolean {
  return import.meta.env.FIREFOX && browser.notifications !== undefined && !listensFromStart;
}

function listen(): void {
  browser.notifications?.onClicked.addListener(open);
  // Firefox has no buttons, and warns of who listens to them.
  if (!import.meta.env.FIREFOX) browser.notifications?.onButtonClicked.addListener(onButton);
}

type Note = Pick<Browser.notifications.NotificationCreateOptions, 'title' | 'message' | 'contextMessage' | 'buttons'>;

async function show(id: string, note: Note): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icons/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, ...note });
}

function noteOf({ title, categories }: LibraryPost): Note {
  const message = categories.join(', ') || i18n.t('notify.newPost');
  // Firefox refuses a notification that has buttons.
  if (import.meta.env.FIREFOX) return { title, message };
  return { title, message, buttons: [{ title: i18n.t('notify.read') }, { title: i18n.t('notify.later') }] };
}

/** Names what it is about, as far as Chrome allows: 500 characters. */
function digestId(posts: readonly LibraryPost[]): string {
  return (DIGEST + posts.map(({ id }) => id).join(' ')).slice(0, 500);
}

function digestOf(posts: readonly LibraryPost[]): Note {
  return {
    title: i18n.t('notify.newPosts', posts.length, [numberText(posts.length)]),
    message: posts.map(({ title }) => title).join('\n'),
  };
}

async function onButton(notification: string, button: number): Promise<void> {
  if (button === READ) await open(notification);
  else await browser.notifications.clear(notification);
}

async function open(notification: string): Promise<void> {
  await browser.notifications.clear(notification);
  const id = notification.startsWith(POST) ? postIdOf(`/${notification.slice(POST.length)}`) : undefined;
  const post = id && (await knownPosts([id])).get(id);
  if (post) await openPosts([post], true);
  else await browser.tabs.create({ url: HOME_URL });
}
