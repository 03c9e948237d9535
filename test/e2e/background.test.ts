import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { waitFor } from '../launch/wait-for.ts';
import { letNextCheckCome } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows, putRows } from './library-rows.ts';
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
    await letNextCheckCome(session);
    await see.expectBadge(session, '13');

    await session.stopBackground();
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', 'Mark as read: While You Were Asleep');
    await see.expectBadge(session, '12');
  });

  test('sets a badge right that has gone stale', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    const [row] = (await libraryRows(popup)).filter(({ reading }) => reading === 'unread');
    await putRows(popup, [{ ...row, reading: 'read' }]);
    await see.press(popup, 'button', 'Check now');
    await see.expectBadge(session, '12');
  });

  test('does not do for an extension page what only a page of the blog may ask', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    const [row] = await libraryRows(popup);
    const id = row?.['id'];
    const messages = { markPosts: { ids: [id], mark: 'read' }, postOpened: row, postsShown: [id], undo: 'step' };
    for (const [type, data] of Object.entries(messages)) {
      const answer = await popup.evaluate(
        (type, data) => chrome.runtime.sendMessage({ id: 1, timestamp: Date.now(), type, data }),
        type,
        data,
      );
      expect(JSON.stringify(answer)).toContain('may not ask this');
    }
    expect((await libraryRows(popup)).filter(({ reading }) => reading === 'read')).toEqual([]);
  });

  test('asks nobody but the blog, and without cookies', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await page.evaluate(() => cookieStore.set('who', 'me'));
    const popup = await see.openPopup(session);
    const before = replica.requests.length;
    await see.press(popup, 'button', 'Check now');
    const asked = () => replica.requests.slice(before).filter(({ path }) => path === '/feed');
    await waitFor(async () => asked().length > 0, 'the poll');
    for (const { headers } of asked()) expect(headers).not.toHaveProperty('cookie');
    expect(new Set(replica.requests.map(({ host }) => host))).toEqual(new Set(['engineering.atspotify.com']));
  });
});
