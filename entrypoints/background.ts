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
  browser.runtime.onInstalled.addListener(poll);
  browser.runtime.onStartup.addListener(poll);
  onPollDue(poll);
  onChange(refreshBadge);

  onMessage('checkNow', async ({ sender }) => {
    requireExtensionPage(sender);
    await poll();
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
