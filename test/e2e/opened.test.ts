import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

declare const chrome: typeof browser;

describe.each(BROWSERS)('a post that is opened in %s', (name) => {
  test('counts as read, also when the library did not know it', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const part2Post = replica.posts().find(({ title }) => /Longitudinal Data \(Part 2\)/.test(title));
    const title = part2Post?.title.replace(': ', ':\u00a0') ?? '';
    replica.edit(part2Post?.id ?? '', { title });
    const part1 =
      '2023/7/bringing-sequential-testing-to-experiments-with-longitudinal-data-part-1-the-peeking-problem-2-0';
    const page = await session.openPage(`${BLOG}/${part1}`);
    const link = await page.waitForSelector('a[href*="part-2"]');
    await link?.evaluate((element) => element.setAttribute('data-test', 'part-2'));
    await page.waitForFunction(() => 'replica' in window);
    await link?.click();
    await waitFor(async () => page.url().includes('part-2'), 'the other part');
    const [, part2] = /spotify\.com\/(.*)$/.exec(page.url()) ?? [];
    const listing = await see.openListing(session, '/2023/');
    await see.press(listing, 'button', 'Load More');
    await see.expectReading(listing, part1, 'read');
    await see.expectReading(listing, part2 ?? '', 'read');
    const rows = await libraryRows(await session.barePage());
    const stored = rows.find(({ id }) => id === part2);
    expect(stored?.['title']).toBe(see.collapsed(title));
  });

  test('is noted with when that was and how long it is, which a reload tells nobody', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const page = await session.openPage(`${BLOG}/${first?.id}`);
    await see.expectBadge(session, '12');
    const bare = await session.barePage();
    const stored = async () => (await libraryRows(bare)).find(({ id }) => id === first?.id);
    await waitFor(async () => Number((await stored())?.['words']) > 100, 'its length');
    const before = Number((await stored())?.['openedAt']);
    expect(before).toBeGreaterThan(Date.now() - 60_000);
    const revision = await revisionOf(bare);
    await page.reload();
    await waitFor(async () => Number((await stored())?.['openedAt']) > before, 'the second opening');
    expect(await revisionOf(bare)).toBe(revision);
  });

  test('stays unread when the reader says so, wherever in it the reader goes', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const { article, listing } = await see.openAndMarkUnread(session, first?.id ?? '');
    await article.evaluate(() => {
      location.hash = 'somewhere';
      document.body.append(document.createElement('p'));
    });
    await see.press(listing, 'button', /^Mark as read: Incident Report/);
    await see.expectBadge(session, '12');
    await see.expectReading(listing, first?.id ?? '', 'unread');
  });

  test('does not count when the blog had only an error for it', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    replica.setFault('article', { kind: 'status', status: 503 });
    await session.openPage(`${BLOG}/${first?.id}`);
    const listing = await see.openListing(session);
    await see.press(listing, 'button', /^Mark as read: Incident Report/);
    await see.expectBadge(session, '12');
    await see.expectReading(listing, first?.id ?? '', 'unread');
  });

  test('before a check is shown whole after it', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const { id } = replica.publish({ title: 'Fresh', categories: ['Security'], image: 'fresh.png' });
    await session.openPage(`${BLOG}/${id}`);
    const popup = await see.openPopup(session);
    const stored = async () => (await libraryRows(popup)).find((row) => row['id'] === id);
    await waitFor(async () => (await stored())?.['reading'] === 'read', 'the post to be read');
    await see.press(popup, 'button', 'Check now');
    await waitFor(async () => String((await stored())?.['categories']) === 'Security', 'its category');
    expect(await stored()).toMatchObject({ reading: 'read', image: expect.stringContaining('fresh.png') });
  });

  test('of the day on which new and old meet is left to a check', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const { id } = replica.publish({ title: 'Second of the Day', date: replica.posts()[0]?.date ?? '' });
    const page = await session.openPage(`${BLOG}/`);
    await getByRole(page, 'button', /^Mark as read: Beyond Winning/);
    expect((await see.seenCards(page)).find((card) => card.id === id)?.reading).toBe(null);
    await see.press(await see.openPopup(session), 'button', 'Check now');
    await see.expectBadge(session, '14');
    await see.expectReading(page, id, 'unread');
  });

  test('is shown as polls have told it, whatever a page says', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const titles = replica
      .posts()
      .slice(0, 13)
      .map(({ title }) => title);
    replica.edit(replica.posts()[1]?.id ?? '', { title: 'Something Else' });
    const page = await see.openListing(session);
    await getByRole(page, 'button', 'Mark as read: Something Else');
    await see.expectListed(await see.openPopup(session), titles);
    expect(await session.badge()).toBe('13');
  });
});

/** Changes with each change of the library that is announced. */
function revisionOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => (await chrome.storage.local.get('revision'))['revision']);
}
