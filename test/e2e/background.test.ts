import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

declare const chrome: typeof browser;

describe.each(BROWSERS)('the background in %s', (browser) => {
  test('goes on where it was after it was stopped', async ({ replica, start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await session.stopBackground();
    await see.press(page, 'button', /^Mark as read: Beyond Winning/);
    await see.expectBadge(session, '12');

    await session.stopBackground();
    replica.publish({ title: 'While You Were Asleep' });
    await ringAlarm(session);
    await see.expectBadge(session, '13');

    await session.stopBackground();
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', 'Mark as read: While You Were Asleep');
    await see.expectBadge(session, '12');
  });

  test('polls every hour, and asks only for what has changed', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    const alarm = await popup.evaluate(() => chrome.alarms.get('poll'));
    expect(alarm?.periodInMinutes).toBe(60);
    const before = replica.requests.length;
    await see.press(popup, 'button', 'Check now');
    await see.expectText(popup, 'Checked the blog.');
    const asked = replica.requests.slice(before).map(({ path, status }) => `${path} ${status}`);
    expect(asked).toEqual(['/feed 304']);
  });

  test('never asks anyone but the blog', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await see.openPopup(session);
    await waitFor(async () => replica.requests.length >= 2, 'the first poll');
    expect(new Set(replica.requests.map(({ host }) => host))).toEqual(new Set(['engineering.atspotify.com']));
  });
});

/** Makes the poll due now; what follows is what follows when an hour has passed. */
async function ringAlarm(session: Session): Promise<void> {
  const page = await session.openExtensionPage('popup.html');
  await page.evaluate(() => chrome.alarms.create('poll', { when: Date.now() }));
  await page.close();
}
