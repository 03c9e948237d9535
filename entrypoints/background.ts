import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { mark, undo } from '../lib/actions.ts';
import { onAlarm } from '../lib/alarms.ts';
import { refreshBadge } from '../lib/badge.ts';
import { followCommands } from '../lib/commands.ts';
import { onHealthChange } from '../lib/health.ts';
import { followMenus } from '../lib/menus.ts';
import { requireExtensionPage } from '../lib/message-guard.ts';
import { type CheckAnswer, onMessage } from '../lib/messages.ts';
import { followNotifications, notifyOfNew } from '../lib/notify.ts';
import { beginBackfill, continueBackfill } from '../lib/poll/backfill.ts';
import { failureOf } from '../lib/poll/failure-of.ts';
import { checkNow, pollIfDue, replan, startAnew } from '../lib/poll/poll.ts';
import { readPosts, readPostsAgain, repairCopies, saveAgain } from '../lib/poll/read-posts.ts';
import { announceChange, onChange } from '../lib/revision.ts';
import { serveBlogPages } from '../lib/serve-blog-pages.ts';
import { onSettingsChange } from '../lib/settings.ts';
import { storeProgress } from '../lib/store/progress.ts';

export default defineBackground(() => {
  // Each of these starts the background where it is not running; then it looks by itself what there is to do.
  browser.runtime.onInstalled.addListener(() => {});
  browser.runtime.onStartup.addListener(() => void repairCopies().catch(failureOf));
  onAlarm(async () => {
    await Promise.all([refreshBadge(), catchUp()]);
  });
  self.addEventListener('online', () => void catchUp());
  onChange(refreshBadge);
  onChange(() => void readPosts().catch(failureOf));
  // Each check is also the occasion to set right a badge that a context which was closed too early has left stale.
  onHealthChange(refreshBadge);
  onSettingsChange(async (settings, before) => {
    await refreshBadge();
    if (settings.intervalMinutes !== before.intervalMinutes) await replan(settings);
    // The blog's open pages follow it, too.
    if (settings.keyboard !== before.keyboard) await announceChange();
    await catchUp();
  });
  followNotifications();

  onMessage('checkNow', async ({ sender, data }) => {
    requireExtensionPage(sender);
    return check(data);
  });
  followCommands(async () => (await check(true)).kind === 'checked');
  followMenus();
  onMessage('markListed', ({ sender, data: { ids, mark: as } }) => {
    requireExtensionPage(sender);
    return mark(ids, as);
  });
  onMessage('undoListed', ({ sender, data: step }) => {
    requireExtensionPage(sender);
    return undo(step);
  });
  onMessage('placeLeft', async ({ sender, data: { id, place } }) => {
    requireExtensionPage(sender);
    if (await storeProgress(id, place)) await announceChange();
  });
  onMessage('saveAgain', ({ sender, data: ids }) => {
    requireExtensionPage(sender);
    return saveAgain(ids);
  });
  onMessage('catchUp', ({ sender }) => {
    requireExtensionPage(sender);
    void catchUp();
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
  serveBlogPages();

  void refreshBadge();
  void catchUp();
});

async function check(byReader: boolean): Promise<CheckAnswer> {
  const answer = await checkNow(byReader);
  if (byReader && answer.kind === 'checked') void readPostsAgain().catch(failureOf);
  // A library that does not open has been noted by the check, which is answered all the same.
  await notifyOfNew().catch(failureOf);
  return answer;
}

/** Does whatever is due, and whatever was left undone when the background was stopped; one that fails stops no other. */
async function catchUp(): Promise<void> {
  for (const work of [pollIfDue, notifyOfNew, readPosts, continueBackfill]) await work().catch(failureOf);
}
