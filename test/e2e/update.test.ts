import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('a page of the blog in %s', (browser) => {
  test('is tidy after the extension was updated, and works after it is loaded again', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.openFilter(page);
    await see.press(page, 'button', 'Oldest first');
    await see.press(page, 'button', /^Data Science/);
    await see.closeFilter(page);
    await session.updateExtension();
    await see.expectBadge(session, '13');

    // Firefox gives open pages the new content script, Chromium leaves them without one.
    const left = browser === 'firefox' ? 1 : 0;
    // The new one remembers the filter. The old one is gone as soon as it notices.
    if (browser === 'firefox') await see.press(page, 'button', 'Clear');
    await see.press(page, 'button', 'Load More');
    await waitFor(async () => {
      const cards = await see.seenCards(page);
      const filters = await page.$$('liner-notes-dock');
      const areRight = cards.every(({ near, marks }) => marks === left || (!near && marks === 0));
      return cards.length === 25 && filters.length === left && areRight;
    }, `${left} filter and mark everywhere`);
    expect((await see.seenCards(page)).every(({ visible }) => visible)).toBe(true);

    await page.reload();
    await see.expectAllMarked(page);
    await page.evaluate(() => scrollTo(0, 0));
    await see.press(page, 'button', /^Mark as read: Beyond Winning/);
    await see.expectBadge(session, '12');
  });

  test('is tidy once the extension was disabled, and goes on when it is enabled and loaded again', async ({
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.press(page, 'button', 'Unread only');
    await getByRole(page, 'button', 'Clear');
    await session.disableExtension();
    await page.bringToFront();
    await see.press(page, 'button', 'Load More');
    await waitFor(async () => (await see.seenCards(page)).length === 25, 'more cards');
    await waitFor(() => page.evaluate(isTidy), 'a tidy page');
    await session.enableExtension();
    await page.reload();
    await see.expectAllMarked(page);
  });

  test('keeps what the reader said of its post when the extension is updated', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const { article, listing } = await see.openAndMarkUnread(session, first?.id ?? '');
    await waitFor(() => article.evaluate(isLongLoaded), 'the page to have been open for a while');
    await session.updateExtension();
    await see.expectBadge(session, '13');
    await listing.reload();
    await see.press(listing, 'button', /^Mark as read: Incident Report/);
    await see.expectBadge(session, '12');
    await see.expectReading(listing, first?.id ?? '', 'unread');
  });
});

function isLongLoaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation !== undefined && performance.now() - navigation.loadEventEnd > 3000;
}

/** Runs in a page: every card is shown, and nothing of ours. */
function isTidy(): boolean {
  const cards = [...document.querySelectorAll('.post-card')];
  const ours = [...document.querySelectorAll('liner-notes-mark, liner-notes-dock')];
  return cards.every((card) => card.checkVisibility()) && !ours.some((element) => element.checkVisibility());
}
