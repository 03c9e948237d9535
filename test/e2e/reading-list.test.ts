import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

const FRAMES = ['popup.html', 'sidepanel.html', 'library.html'] as const;

describe.each(BROWSERS)('the reading list in %s', (browser) => {
  test('has its views in every frame, and remembers the last of each', async ({ start }) => {
    const session = await start(browser);
    const at = Date.now();
    const posts = await list.fill(session, 10, (i) => ({
      reading: i < 4 ? 'unread' : i < 7 ? 'read' : 'archived',
      readingAt: i === 5 ? 1 : 0,
      ...(i % 3 === 0 && { bookmarked: true, bookmarkedAt: at }),
      ...(i === 5 && { progress: 0.4, progressAt: at }),
    }));
    const titles = (...indexes: number[]) => indexes.map((i) => posts[i]?.title ?? '');
    for (const frame of FRAMES) {
      const page = await list.openList(session, frame);
      await list.expectList(page, 'Unread posts', titles(0, 1, 2, 3));
      await list.chooseView(page, 'Saved');
      await list.expectList(page, 'Saved posts', titles(0, 3, 6, 9));
      await list.chooseView(page, 'Archive');
      await list.expectList(page, 'Archived posts', titles(7, 8, 9));
      await list.chooseView(page, 'All');
      await list.expectList(page, 'All posts', titles(0, 1, 2, 3, 4, 5));
      await list.chooseView(page, 'In progress');
      await list.expectList(page, 'Posts in progress', titles(5));
      await see.expectText(page, 'Partly read (40%)');
      await see.expectAccessible(page);
      if (frame === 'popup.html') await list.chooseView(page, 'Saved');
      await page.close();
    }
    const popup = await list.openList(session, 'popup.html');
    await list.expectList(popup, 'Saved posts', titles(0, 3, 6, 9));
    const library = await list.openList(session, 'library.html');
    await list.expectList(library, 'Posts in progress', titles(5));
    // As Firefox does when the reader clears the history.
    await library.evaluate(() => localStorage.clear());
    await library.close();
    await list.expectList(await list.openList(session, 'library.html'), 'Posts in progress', titles(5));
  });

  test('lists a category, sorted, grouped and densely', async ({ start }) => {
    const session = await start(browser);
    const posts = await list.fill(session, 12, (i) => ({
      title: `Post ${i}`,
      categories: i % 2 ? ['data', 'Web'] : ['Data', 'Mobile'],
      words: i === 3 ? 9000 : i === 5 ? 100 : undefined,
      ...(i === 7 && { openedAt: 5 }),
    }));
    const page = await list.openList(session, 'popup.html');
    await see.press(page, 'button', 'List options');
    await list.chooseOption(page, 'Category', 'web');
    await list.expectList(page, 'Unread posts', ['Post 1', 'Post 3', 'Post 5', 'Post 7', 'Post 9', 'Post 11']);
    await list.chooseOption(page, 'Sort by', 'longest');
    await list.expectList(page, 'Unread posts', ['Post 3', 'Post 5', 'Post 1']);
    await see.expectText(page, '38 min');
    await list.chooseOption(page, 'Sort by', 'shortest');
    await list.expectList(page, 'Unread posts', ['Post 5', 'Post 3', 'Post 1']);
    await list.chooseOption(page, 'Sort by', 'opened');
    await list.expectList(page, 'Unread posts', ['Post 7', 'Post 1', 'Post 3']);
    await list.chooseOption(page, 'Sort by', 'oldest');
    await list.expectList(page, 'Unread posts', ['Post 11', 'Post 9']);
    await list.chooseOption(page, 'Density', 'compact');
    expect(await page.evaluate(() => document.querySelector('.excerpt'))).toBeNull();
    const again = await list.openList(session, 'popup.html');
    await list.expectList(again, 'Unread posts', ['Post 11', 'Post 9', 'Post 7', 'Post 5', 'Post 3', 'Post 1']);
    expect(await again.evaluate(() => document.querySelector('.excerpt'))).toBeNull();
    await again.close();
    const panel = await list.openList(session, 'sidepanel.html');
    await list.expectList(panel, 'Unread posts', ['Post 0', 'Post 1']);
    expect(await panel.$eval('.post .meta', ({ textContent }) => textContent)).toMatch(
      /(?:ago|last year).*Data.*Mobile/,
    );
    expect(await panel.$eval('.post time', ({ title }) => title)).toBe('Sep 23, 2025');
    await panel.close();
    await page.bringToFront();
    await see.expectAccessible(page);
    await list.chooseView(page, 'Saved');
    await see.expectText(page, 'No post of this category is here.');
    await see.expectAccessible(page);
    await list.chooseView(page, 'Unread');

    await list.chooseOption(page, 'Category', '');
    await list.chooseOption(page, 'Group by', 'category');
    await getByRole(page, 'heading', 'Data 12');
    await list.chooseOption(page, 'Group by', 'month');
    await see.expectAccessible(page);
    expect(posts[0]?.date).toBe('2025-09-23');
    const grouped = await list.openList(session, 'popup.html');
    await getByRole(grouped, 'heading', 'September 2025 12');
    await grouped.close();
    await page.bringToFront();
    await see.press(page, 'button', 'Mark all as read: September 2025');
    await see.expectText(page, 'caught up');
    await see.press(page, 'button', 'Undo');
    await list.expectCount(page, 12);
  });

  test('is used with the keyboard alone', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 40, (i) => ({ title: `Post ${i}` }));
    const page = await list.openList(session, 'popup.html');
    await list.pressKeys(page, 'j');
    await list.expectFocus(page, 'Post 0');
    await list.pressKeys(page, 'j', 'j', 'k');
    await list.expectFocus(page, 'Post 1');
    // To Tab the list is one post, whichever that is.
    expect(await tabStops(page)).toEqual([await page.$eval(':focus', (link) => link.closest('.post')?.ariaPosInSet)]);
    await list.pressKeys(page, 'm');
    await list.expectFocus(page, 'Post 2');
    await list.pressKeys(page, 's');
    await see.expectStatus(page, 'Saved one post.');
    await list.expectFocus(page, 'Post 2');
    await list.pressKeys(page, 'e');
    await list.expectFocus(page, 'Post 3');
    await list.pressKeys(page, 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await see.expectStatus(page, '3 posts selected');
    await list.pressKeys(page, 'Escape');
    expect(await queryAllByRole(page, 'region', 'Selection')).toEqual([]);
    for (let i = 0; i < 25; i++) await list.pressKeys(page, 'ArrowDown');
    await list.expectFocus(page, 'Post 30');
    await list.pressKeys(page, 'End');
    await list.expectFocus(page, 'Post 39');
    await list.pressKeys(page, 'PageUp');
    await waitFor(async () => /^Post 3[5-8]$/.test(await list.focusedName(page)), 'the focus a page further up');
    await list.pressKeys(page, 'Home');
    await list.expectFocus(page, 'Post 0');
    await list.pressKeys(page, 'ArrowDown', 'ArrowDown', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown', 'm');
    await see.expectStatus(page, 'Marked 3 posts as read.');
    await list.expectFocus(page, 'Post 7');
    await see.press(page, 'button', 'Undo');
    await see.expectStatus(page, '3 posts are unread again.');
    await see.press(page, 'button', 'Undo one more');
    await see.expectStatus(page, 'One post is as it was before.');
    await list.pressKeys(page, 'Escape', 'j');
    await list.pressKeys(page, '5');
    await list.expectList(page, 'All posts', ['Post 0', 'Post 1']);
    await list.pressKeys(page, '2');
    await list.expectList(page, 'Saved posts', ['Post 2']);
    await list.pressKeys(page, '1', 'u');
    await list.expectList(page, 'Unread posts', ['Post 0', 'Post 2', 'Post 3']);
    await list.pressKeys(page, '?');
    const keys = await getByRole(page, 'dialog', 'Keys');
    expect(await keys.evaluate((dialog) => [dialog.scrollTop, dialog.scrollHeight > dialog.clientHeight])).toEqual([
      0,
      true,
    ]);
    await see.expectAccessible(page);
    await list.pressKeys(page, 'Escape', '/');
    await waitFor(() => page.evaluate(() => document.activeElement?.matches('input[type="search"]')), 'the search');
    await list.pressKeys(page, 'j', '2');
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('j2');
  });

  test('says something kind where there is nothing, and leads on', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 3, () => ({ reading: 'read' }));
    const page = await list.openList(session, 'popup.html');
    for (const [view, text] of [
      ['Unread', "You're all caught up."],
      ['Saved', 'Nothing saved yet.'],
      ['In progress', 'No post is half read.'],
      ['Archive', 'The archive is empty.'],
    ] as const) {
      await list.chooseView(page, view);
      await see.expectText(page, text);
      expect(await queryAllByRole(page, 'button', 'Look into the archive')).toEqual([]);
      await see.expectAccessible(page);
    }
    await list.search(page, 'nothing has these words');
    await see.expectText(page, 'No post matches.');
    await see.expectAccessible(page);
    await see.press(page, 'button', 'Clear the search');
    await see.expectText(page, 'The archive is empty.');
  });

  test('shows the pictures of posts, also without a network', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await list.openList(session, 'library.html');
    await expectPictures(page);
    await session.setOffline(true);
    const offline = await list.openList(session, 'popup.html');
    await see.expectText(offline, 'You are offline.');
    await expectPictures(offline);
  });
});

/** Waits until the pictures of the first rows are there. */
async function expectPictures(page: Page): Promise<void> {
  await waitFor(
    () =>
      page.evaluate(() => {
        const pictures = [...document.querySelectorAll<HTMLImageElement>('.post .thumbnail img')];
        return pictures.length >= 3 && pictures.slice(0, 3).every(({ naturalWidth }) => naturalWidth > 0);
      }),
    'three pictures',
  );
}

/** The places in the list of the posts whose controls Tab goes to. */
function tabStops(page: Page): Promise<unknown[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('.posts :is(a, button, input)')];
    const stops = controls.filter(({ tabIndex }) => tabIndex >= 0);
    return [...new Set(stops.map((control) => control.closest('.post')?.ariaPosInSet))];
  });
}
