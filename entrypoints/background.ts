import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { mark } from '../lib/actions.ts';
import { onAlarm } from '../lib/alarms.ts';
import { refreshBadge } from '../lib/badge.ts';
import type { Failure } from '../lib/errors.ts';
import { onHealthChange } from '../lib/health.ts';
import { requireBlogPage, requireExtensionPage, toMarkRequest, toPost, toPosts } from '../lib/message-guard.ts';
import { onMessage } from '../lib/messages.ts';
import { followNotifications, notifyOfNew } from '../lib/notify.ts';
import { beginBackfill, continueBackfill } from '../lib/poll/backfill.ts';
import { failureOf } from '../lib/poll/failure-of.ts';
import { checkNow, pollIfDue, replan, startAnew } from '../lib/poll/poll.ts';
import type { PostId, Reading } from '../lib/post.ts';
import { announceChange, onChange } from '../lib/revision.ts';
import { onSettingsChange } from '../lib/settings.ts';
import { libraryFailureOf } from '../lib/store/library-failure.ts';
import { storeOpened, storeSeen } from '../lib/store/polls.ts';
import { readingsOf } from '../lib/store/posts.ts';

export default defineBackground(() => {
  // Each of these starts the background where it is not running; then it looks by itself what there is to do.
  browser.runtime.onInstalled.addListener(() => {});
  browser.runtime.onStartup.addListener(() => {});
  onAlarm(async () => {
    await Promise.all([refreshBadge(), catchUp()]);
  });
  self.addEventListener('online', () => void catchUp());
  onChange(refreshBadge);
  // Each check is also the occasion to set right a badge that a context which was closed too early has left stale.
  onHealthChange(refreshBadge);
  onSettingsChange(async (settings, before) => {
    await refreshBadge();
    if (settings.intervalMinutes !== before.intervalMinutes) await replan(settings);
    await catchUp();
  });
  followNotifications();

  onMessage('checkNow', async ({ sender }) => {
    requireExtensionPage(sender);
    const answer = await checkNow();
    // A library that does not open has been noted by the check, which is answered all the same.
    await notifyOfNew().catch(failureOf);
    return answer;
  });
  onMessage('fetchCatalogue', async ({ sender }) => {
    requireExtensionPage(sender);
    await beginBackfill();
    void continueBackfill();
  });
  onMessage('startAnew', async ({ sender }) => {
    requireExtensionPage(sender);
    await startAnew();
  });
  onMessage('postsShown', async ({ data, sender }) => {
    requireBlogPage(sender);
    const posts = toPosts(data);
    let readings: [PostId, Reading][] = [];
    const failure = await unlessClosed(async () => {
      if (await storeSeen(posts)) await announceChange();
      readings = [...(await readingsOf(posts.map(({ id }) => id)))];
    });
    return { readings, failure };
  });
  onMessage('postOpened', async ({ data, sender }) => {
    requireBlogPage(sender);
    const post = toPost(data);
    return unlessClosed(async () => {
      if (await storeOpened(post)) await announceChange();
    });
  });
  onMessage('markPost', async ({ data, sender }) => {
    requireBlogPage(sender);
    const request = toMarkRequest(data);
    return unlessClosed(async () => void (await mark([request.id], request.mark)));
  });

  void refreshBadge();
  void catchUp();
});

/** Does whatever is due, and whatever was left undone when the background was stopped; one that fails stops no other. */
async function catchUp(): Promise<void> {
  for (const work of [pollIfDue, notifyOfNew, continueBackfill]) await work().catch(failureOf);
}

/** Does something with the library; answers why it does not open, if it does not. */
async function unlessClosed(work: () => Promise<void>): Promise<Failure | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const closed = libraryFailureOf(error);
    if (!closed) throw error;
    return closed.failure;
  }
}
