import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the filter in %s', (browser) => {
  test('takes any, all, and not, words, and what is saved', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const shown = (isWanted: (post: Posts[number]) => boolean) =>
      see.expectVisible(page, idsOf(onHome(replica).filter(isWanted)));
    await see.openFilter(page);
    await see.press(page, 'button', /^Data \d/);
    await see.press(page, 'button', /^Platform/);
    await shown(({ categories }) => categories.includes('Data') || categories.includes('Platform'));
    await see.press(page, 'button', 'Must have all');
    await shown(({ categories }) => categories.includes('Data') && categories.includes('Platform'));
    await see.press(page, 'button', /^Data \d/);
    await shown(({ categories }) => !categories.includes('Data') && categories.includes('Platform'));
    await see.press(page, 'button', 'Clear');
    await type(page, 'spotify');
    await shown(({ title, excerpt }) => /spotify/i.test(title + excerpt));
    await see.press(page, 'button', 'Clear');
    await see.closeFilter(page);
    await see.press(page, 'button', `Save: ${replica.posts()[1]?.title}`);
    await see.openFilter(page);
    await see.press(page, 'button', 'Saved only');
    await shown(({ id }) => id === replica.posts()[1]?.id);
  });

  test('sorts, is remembered over a load, and is cleared with Escape', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.openFilter(page);
    await see.press(page, 'button', 'Oldest first');
    await see.press(page, 'button', /^Data Science/);
    const wanted = idsOf(onHome(replica).filter(({ categories }) => categories.includes('Data Science')));
    await see.expectVisible(page, wanted);
    await page.reload();
    await see.expectVisible(page, wanted);
    await waitFor(
      async () => JSON.stringify(await topDown(page)) === JSON.stringify([wanted[0], ...wanted.slice(1).reverse()]),
      'the oldest first',
    );
    await page.keyboard.press('Escape');
    await see.expectVisible(page, idsOf(onHome(replica)));
  });

  test('shows all the cards of a long page again', async ({ replica, start }) => {
    replica.addMany(300);
    replica.setPageSize(300);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const shown = async () => (await see.seenCards(page)).filter(({ visible }) => visible).length;
    const all = await shown();
    expect(all).toBeGreaterThan(300);
    await see.press(page, 'button', 'Unread only');
    await waitFor(async () => (await shown()) === 13, 'the unread posts');
    await see.press(page, 'button', 'Clear');
    await waitFor(async () => (await shown()) === all, 'all posts');
  });

  test('looks further down the blog until enough posts match', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.openFilter(page);
    await see.press(page, 'button', /^Data Science/);
    await see.closeFilter(page);
    await see.press(page, 'button', 'Look further');
    await waitFor(async () => (await see.visibleIds(page)).length >= 10, 'ten posts');
    expect((await see.seenCards(page)).length).toBeGreaterThan(13);
  });

  test('says how looking further goes, stops when asked to, and where there is no more', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.openFilter(page);
    await type(page, 'xylophone');
    await see.closeFilter(page);
    replica.setFault('home', { kind: 'slow', ms: 60_000 });
    await see.press(page, 'button', 'Look further');
    await see.expectStatus(page, 'Looking further: 0 of 13 posts match.');
    await see.press(page, 'button', 'Stop looking');
    await getByRole(page, 'button', 'Look further');
    replica.setFault('home', undefined);
    await see.press(page, 'button', 'Look further');
    await see.expectStatus(page, 'The page has no more posts.');
    await waitFor(async () => (await queryAllByRole(page, 'button', 'Load More')).length === 0, 'no more to load');
  });

  test('keeps the focus near where something was pressed that is gone then', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.press(page, 'button', 'Unread only');
    await see.press(page, 'button', `Mark as read: ${replica.posts()[0]?.title}`);
    await see.press(page, 'button', 'Undo');
    await see.expectStatus(page, 'One post is as it was before.');
    expect(await focusIn(page)).toBe('Filter posts');
    await see.press(page, 'button', 'Clear');
    await see.expectVisible(page, idsOf(onHome(replica)));
    expect(await focusIn(page)).toBe('Filter posts');
  });

  test('leads to what matches in the library', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await see.openListing(session, '/2023/');
    const page = await see.openListing(session);
    await see.openFilter(page);
    await see.press(page, 'button', /^Data Science/);
    await see.press(page, 'button', 'Oldest first');
    const more = await getByRole(page, 'button', /^In your library: \d+ more$/);
    await more.click();
    const library = await libraryTab(session);
    const known = (await libraryRows(library)).filter(({ categories }) =>
      (categories as string[]).includes('Data Science'),
    );
    await see.expectStatus(library, `${known.length} posts found`);
    const [first] = await see.listedTitles(library, 'Found posts');
    const dates = known.map(({ date }) => String(date)).sort();
    expect(known.find(({ title }) => title === first)?.['date']).toBe(dates[0]);
    await see.expectAccessible(library);
  });
});

describe.each(BROWSERS)('the keys in %s', (browser) => {
  test('go from card to card, mark, save, undo and open, and never while the reader types', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const [first, second] = replica.posts();
    await getByRole(page, 'region', 'Filter posts');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await see.expectReading(page, second?.id ?? '', 'read');
    await page.keyboard.press('u');
    await see.expectReading(page, second?.id ?? '', 'unread');
    await page.keyboard.press('k');
    await page.keyboard.press('s');
    await see.expectStatus(page, 'Saved one post.');
    await page.keyboard.press('/');
    await page.keyboard.type('mjs');
    await see.expectStatus(page, 'No post on this page matches. Clear the filter to see them all.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await see.expectVisible(page, idsOf(onHome(replica)));
    await page.keyboard.press('?');
    await getByRole(page, 'dialog', 'Keys');
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await see.expectOpen(session, first?.id ?? '');
  });

  test('do nothing once they are switched off, nor where the page uses them or pretends', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await getByRole(page, 'region', 'Filter posts');
    await page.keyboard.press('j');
    await page.evaluate(() => {
      addEventListener('keydown', (event) => event.key === 'm' && event.preventDefault());
      dispatchEvent(new KeyboardEvent('keydown', { key: 's', bubbles: true }));
    });
    await page.keyboard.press('m');
    await page.keyboard.down('Control');
    await page.keyboard.press('m');
    await page.keyboard.up('Control');
    const options = await session.openExtensionPage('options.html');
    await see.press(options, 'checkbox', 'Use single keys');
    await see.expectText(options, 'Saved.');
    await page.bringToFront();
    await see.openFilter(page);
    await waitFor(async () => (await queryAllByRole(page, 'button', 'Keys')).length === 0, 'no keys to tell of');
    await see.closeFilter(page);
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await see.press(page, 'button', `Mark as read: ${replica.posts()[2]?.title}`);
    await see.expectReading(page, replica.posts()[2]?.id ?? '', 'read');
    await see.expectBadge(session, '12');
    expect((await see.seenCards(page)).filter(({ reading }) => reading === 'read')).toHaveLength(1);
  });
});

type Posts = ReturnType<Replica['posts']>;

const idsOf = (posts: Posts) => posts.map(({ id }) => id);
const onHome = (replica: Replica) => replica.posts().slice(0, 13);

async function type(page: Page, words: string): Promise<void> {
  await (await getByRole(page, 'searchbox', 'Words in title or excerpt')).type(words);
}

/** The ids of the visible posts as they stand on the page, from its top to its foot. */
async function topDown(page: Page): Promise<string[]> {
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('.sticky-post, .post-card')]
      .filter((card) => card.checkVisibility())
      .map((card) => {
        const { top, left } = card.getBoundingClientRect();
        const [, year, month, slug] = /\/(\d{4})\/0?(\d+)\/([^/]+)/.exec(card.querySelector('a')?.href ?? '') ?? [];
        return { top, left, id: `${year}/${month}/${slug}` };
      }),
  );
  return places.sort((a, b) => a.top - b.top || a.left - b.left).map(({ id }) => id);
}

/** The tab of the library that the page has opened. */
function libraryTab(session: Session): Promise<Page> {
  return waitFor(async () => {
    for (const page of await session.browser.pages()) {
      const path = await page.evaluate(() => location.pathname).catch(() => '');
      if (path === '/library.html') return page;
    }
    return undefined;
  }, 'the library');
}

/** The name of the part of ours that has the focus. */
function focusIn(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'));
}
