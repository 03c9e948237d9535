import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { mark } from '../lib/actions.ts';
import { refreshBadge } from '../lib/badge.ts';
import { requireBlogPage, requireExtensionPage, toMarkRequest, toPost, toPosts } from '../lib/message-guard.ts';
import { onMessage } from '../lib/messages.ts';
import { poll } from '../lib/poll/poll.ts';
import { onPollDue, schedulePolls } from '../lib/poll/schedule.ts';
import { announceChange, onChange } from '../lib/revision.ts';
import { pollState, storeOpened, storeSeen } from '../lib/store/polls.ts';
import { readingsOf } from '../lib/store/posts.ts';

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(check);
  browser.runtime.onStartup.addListener(check);
  onPollDue(check);
  onChange(refreshBadge);

  onMessage('checkNow', async ({ sender }) => {
    requireExtensionPage(sender);
    await check();
    return (await pollState()).failure;
  });
  onMessage('postsShown', async ({ data, sender }) => {
    requireBlogPage(sender);
    const posts = toPosts(data);
    if (await storeSeen(posts)) await announceChange();
    return [...(await readingsOf(posts.map(({ id }) => id)))];
  });
  onMessage('postOpened', async ({ data, sender }) => {
    requireBlogPage(sender);
    if (await storeOpened(toPost(data))) await announceChange();
  });
  onMessage('markPost', async ({ data, sender }) => {
    requireBlogPage(sender);
    const request = toMarkRequest(data);
    await mark([request.id], request.mark);
  });

  void refreshBadge();
  void schedulePolls();
});

/** A poll is also the occasion to set right a badge that a context which was closed too early has left stale. */
async function check(): Promise<void> {
  await poll().finally(refreshBadge);
}
