import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
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
    expect(Object.keys(replica.requests.at(-1)?.headers ?? {})).toEqual(
      expect.arrayContaining(['if-none-match', 'if-modified-since']),
    );
  });

  test('is not put off by waking up', async ({ start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const due = await dueAt(session);
    await session.stopBackground();
    await see.press(page, 'button', /^Mark as read: Beyond Winning/);
    await see.expectBadge(session, '12');
    expect(await dueAt(session)).toBe(due);
  });

  test('reads the home page again after that has failed', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    for (let i = 1; i <= 7; i++) replica.publish({ title: `New ${i}`, categories: ['Security'], image: 'new.png' });
    replica.setFault('home', { kind: 'status', status: 500 });
    await see.press(popup, 'button', 'Check now');
    await see.expectBadge(session, '18');
    await see.expectText(popup, 'The blog answered with an error (500).');
    replica.setFault('home', undefined);
    await see.press(popup, 'button', 'Check now');
    await see.expectBadge(session, '20');
    await see.expectText(popup, 'Security');
    expect((await see.listedTitles(popup)).slice(0, 7)).toEqual([7, 6, 5, 4, 3, 2, 1].map((i) => `New ${i}`));
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
    const messages = { markPost: { id: row?.['id'], mark: 'read' }, postOpened: row, postsShown: [row] };
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
    await waitFor(async () => replica.requests.length > before, 'the poll');
    expect(replica.requests.at(-1)?.path).toBe('/feed');
    expect(replica.requests.at(-1)?.headers).not.toHaveProperty('cookie');
    expect(new Set(replica.requests.map(({ host }) => host))).toEqual(new Set(['engineering.atspotify.com']));
  });
});

// Chromium keeps no extension that automation has installed: there every start is an installation.
test('Firefox checks the blog when it starts', async ({ replica, profile, start }) => {
  const session = await start('firefox', { profile, inProfile: true });
  await see.expectBadge(session, '13');
  await session.close();
  replica.publish({ title: 'While You Were Away' });
  await see.expectBadge(await start('firefox', { profile, inProfile: true }), '14');
});

/** When the next poll is due, in ms since 1970. */
async function dueAt(session: Session): Promise<number | undefined> {
  const page = await session.openExtensionPage('icon.svg');
  const alarm = await page.evaluate(() => chrome.alarms.get('poll'));
  await page.close();
  return alarm?.scheduledTime;
}

/** Makes the poll due now; what follows is what follows when an hour has passed. */
async function ringAlarm(session: Session): Promise<void> {
  const page = await session.openExtensionPage('icon.svg');
  await page.evaluate(() => chrome.alarms.create('poll', { when: Date.now() }));
  await page.close();
}
