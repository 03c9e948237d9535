import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import type { PageControls } from '../replica/types.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the pages of the blog in %s', (browser) => {
  test('are left alone until React has taken them over', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.setFault('script', { kind: 'slow', ms: 1500 });
    const page = await session.browser.newPage();
    await page.evaluateOnNewDocument(countMarksAtHydration);
    await page.goto(`${BLOG}/`);
    const marksAtHydration = await waitFor(() => page.evaluate(() => window.marksAtHydration), 'the hydration');
    expect(marksAtHydration).toBe('0 before hydration');
    await see.expectAllMarked(page);
  });

  test('get their marks back after they are drawn anew, once', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.openFilter(page);
    await see.press(page, 'button', /^Data Science/);
    const shown = await see.visibleIds(page);
    for (const redraw of ['rerender', 'replaceAll'] as const) {
      await redrawn(page, redraw);
      await see.expectAllMarked(page);
      await see.expectVisible(page, shown);
      expect(await page.$$('liner-notes-dock')).toHaveLength(1);
    }
  });

  test('follow the reader from page to page without loading', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const [first, second] = replica.posts();
    if (!first || !second) throw new Error('The replica has too few posts.');
    await see.openFromPage(page, second.title);
    await see.expectBadge(session, '12');
    await see.goBack(page);
    await see.expectReading(page, second.id, 'read');
    await see.expectReading(page, first.id, 'unread');
    expect((await see.seenCards(page)).map(({ marks }) => marks)).toEqual(Array(13).fill(1));
    await followTag(page, 'Backstage');
    await see.expectAllMarked(page);
    const tagged = replica.posts().filter(({ categories }) => categories.includes('Backstage'));
    await see.expectVisible(
      page,
      tagged.map(({ id }) => id),
    );
  });

  test('agree with each other and with the badge at once', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    if (!first || !second) throw new Error('The replica has too few posts.');
    const popup = await see.openPopup(session);
    const one = await see.openListing(session);
    const other = await see.openListing(session);
    await see.press(other, 'button', `Mark as read: ${first.title}`);
    await see.expectReading(one, first.id, 'read');
    await see.expectReading(other, first.id, 'read');
    await waitFor(async () => (await see.listedTitles(popup))[0] === second.title, 'the popup to follow');
    await one.bringToFront();
    await see.press(one, 'button', `Mark as unread: ${first.title}`);
    await see.expectReading(other, first.id, 'unread');
    await see.expectBadge(session, '13');
    await waitFor(async () => (await see.listedTitles(popup))[0] === first.title, 'the popup to follow');
  });

  test('show the unread only, say what is shown, and offer a way out when nothing is', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const [first, ...others] = idsOf(replica.posts().slice(0, 13));
    if (!first) throw new Error('The replica has too few posts.');
    await see.press(page, 'button', 'Unread only');
    await (await getByRole(page, 'button', /^Mark as read: Beyond Winning/)).press('Enter');
    await see.expectVisible(page, others);
    await see.expectStatus(page, '12 of 13 posts shown');
    await waitFor(
      async () => (await focusedName(page))?.startsWith('Mark as read: Incident'),
      'the focus on the next mark',
    );
    await see.openFilter(page);
    await see.press(page, 'button', /^Product/);
    await see.expectStatus(page, '1 of 13 posts shown');
    await (await getByRole(page, 'button', /^Mark as read: Technical Decision-Making/)).press('Enter');
    await see.expectStatus(page, 'No post on this page matches. Clear the filter to see them all.');
    await waitFor(async () => (await focusedName(page)) === 'Filter', 'the focus on the filter');
    await see.press(page, 'button', 'Clear');
    await see.expectVisible(page, [first, ...others]);
    await see.expectStatus(page, '13 posts, 11 unread');
  });

  test("cannot be driven by the page's own scripts", async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await page.evaluate(() => {
      for (const mark of document.querySelectorAll('liner-notes-mark')) {
        mark.shadowRoot?.querySelector('button')?.click();
      }
    });
    await see.press(page, 'button', /^Mark as read: Beyond Winning/);
    await see.expectBadge(session, '12');
  });

  test('are marked when they are shown again from the back/forward cache', async ({ replica, start }) => {
    replica.switchEra('wordpress');
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const [first, second] = replica.posts();
    if (!first || !second) throw new Error('The replica has too few posts.');
    await see.openFromPage(page, second.title);
    await see.expectBadge(session, '12');
    await see.goBack(page);
    await see.expectReading(page, second.id, 'read');
    await see.expectReading(page, first.id, 'unread');
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', `Mark as read: ${first.title}`);
    await see.expectReading(page, first.id, 'read');
  });

  test('have older posts marked as archived, and they can be read too', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session, '/2023/');
    const years = replica.posts().filter(({ date }) => date.startsWith('2023'));
    const cards = await see.seenCards(page);
    expect(cards.map(({ reading }) => reading)).toEqual(cards.map(() => 'archived'));
    const [oldest] = years;
    if (!oldest) throw new Error('The replica has too few posts.');
    await see.openFromPage(page, oldest.title);
    await see.goBack(page);
    await see.expectReading(page, oldest.id, 'read');
    await see.expectBadge(session, '13');
  });
});

declare global {
  interface Window {
    marksAtHydration?: string;
    replica: PageControls;
  }
}

function countMarksAtHydration(): void {
  const ours = '[data-liner-notes], [data-liner-notes-hidden], liner-notes-mark, liner-notes-dock';
  new MutationObserver((_, observer) => {
    if (!document.querySelector(`next-route-announcer, ${ours}`)) return;
    window.marksAtHydration = `${document.querySelectorAll(ours).length} before hydration`;
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

async function redrawn(page: Page, how: 'rerender' | 'replaceAll'): Promise<void> {
  await page.evaluate((how) => window.replica[how](), how);
}

/** The name of what has the focus, in whatever shadow root of ours. */
function focusedName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement?.shadowRoot?.activeElement;
    return focused?.getAttribute('aria-label') ?? focused?.textContent;
  });
}

async function followTag(page: Page, name: string): Promise<void> {
  await getByRole(page, 'button', /^Mark as read: Beyond Winning/);
  const [tag] = await queryAllByRole(page, 'link', name);
  await tag?.click();
  await waitFor(async () => page.url().includes('/tag/'), 'the page of the tag');
}

const idsOf = (posts: ReturnType<Replica['posts']>) => posts.map(({ id }) => id);
