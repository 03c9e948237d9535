import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
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
    await see.expectAccessible(page);

    await list.chooseOption(page, 'Category', '');
    await list.chooseOption(page, 'Group by', 'category');
    await getByRole(page, 'heading', 'Data 12');
    await list.chooseOption(page, 'Group by', 'month');
    await see.expectAccessible(page);
    expect(posts[0]?.date).toBe('2025-09-23');
    await see.press(page, 'button', 'Mark all as read: September 2025');
    await see.expectText(page, 'caught up');
    await see.press(page, 'button', 'Undo');
    await list.expectCount(page, 12);
  });

  test('selects what lies between two posts as they are drawn, also in groups', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 12, (i) => ({ title: `Post ${i}`, categories: [i % 2 ? 'Web' : 'Data'] }));
    const page = await list.openList(session, 'popup.html');
    await see.press(page, 'button', 'List options');
    await list.chooseOption(page, 'Group by', 'category');
    await getByRole(page, 'heading', 'Data 6');
    await see.press(page, 'checkbox', 'Select: Post 0');
    await page.keyboard.down('Shift');
    await see.press(page, 'checkbox', 'Select: Post 2');
    await page.keyboard.up('Shift');
    await see.expectStatus(page, '2 posts selected');
    await see.press(page, 'button', 'Clear selection');
    await (await getByRole(page, 'link', 'Post 0')).focus();
    await list.pressKeys(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
    await see.expectStatus(page, '3 posts selected');
  });

  test('marks many at once, and takes ten actions back, also after it was closed', async ({ start }) => {
    const session = await start(browser);
    const posts = await list.fill(session, 12, (i) => ({ title: `Post ${i}` }));
    const page = await list.openList(session, 'popup.html');
    await see.press(page, 'checkbox', 'Select: Post 1');
    await page.keyboard.down('Shift');
    await see.press(page, 'checkbox', 'Select: Post 4');
    await page.keyboard.up('Shift');
    await see.expectStatus(page, '4 posts selected');
    await page.keyboard.down('Shift');
    await page.click('.post[data-index="6"] .excerpt');
    await page.keyboard.up('Shift');
    await see.expectStatus(page, '6 posts selected');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
    for (const i of [2, 5, 6]) await see.press(page, 'checkbox', `Select: Post ${i}`);
    await see.expectStatus(page, '3 posts selected');
    await see.expectAccessible(page);
    await list.pressIn(page, 'region', 'Selection', 'Save');
    await see.expectStatus(page, 'Saved 3 posts.');
    await list.pressIn(page, 'region', 'Selection', 'Archive');
    await see.expectStatus(page, 'Archived 3 posts.');
    await list.expectList(page, 'Unread posts', ['Post 0', 'Post 2', 'Post 5']);
    expect(await queryAllByRole(page, 'region', 'Selection')).toEqual([]);
    await see.press(page, 'checkbox', 'Select all shown');
    await see.expectStatus(page, '9 posts selected');
    await see.press(page, 'button', 'Clear selection');
    for (const i of [0, 2, 5, 6, 7, 8, 9, 10]) {
      await see.press(page, 'button', `Mark as read: Post ${i}`);
      await waitFor(async () => !(await see.listedTitles(page)).includes(`Post ${i}`), `Post ${i} to be gone`);
    }
    await list.expectList(page, 'Unread posts', ['Post 11']);
    await page.close();

    const again = await list.openList(session, 'popup.html');
    for (let left = 9; left >= 0; left--) {
      await list.pressKeys(again, 'Control+z');
      await waitFor(async () => (await undoSteps(again)) === left, `${left} actions to take back`);
    }
    await list.expectCount(again, 12);
    await waitFor(async () => (await queryAllByRole(again, 'button', /^Undo/)).length === 0, 'no button to undo');
    await list.pressKeys(again, 'Control+z');
    await see.expectStatus(again, 'There is nothing to undo.');
    await see.press(again, 'button', 'Close this message');
    await waitFor(async () => (await queryAllByRole(again, 'button', 'Close this message')).length === 0, 'no message');
    expect(await again.evaluate(() => document.activeElement?.localName)).toBe('main');
    const rows = await libraryRows(again);
    expect(rows.every(({ reading, bookmarked }) => reading === 'unread' && !bookmarked)).toBe(true);
    expect(rows).toHaveLength(posts.length);
  });

  test('opens many in the background, copies links, archives, and takes an opening back', async ({
    start,
    replica,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    const page = await list.openList(session, 'popup.html');
    await see.press(page, 'checkbox', `Select: ${first?.title}`);
    await see.press(page, 'checkbox', `Select: ${second?.title}`);
    await see.press(page, 'button', 'Open in background');
    for (const post of [first, second]) {
      const article = await see.expectOpen(session, post?.id ?? '');
      await article.bringToFront();
      // Else its page would tell only later that it was opened.
      await article.waitForSelector('liner-notes-dock');
    }
    await see.expectBadge(session, '11');
    await page.bringToFront();
    await list.pressKeys(page, 'Control+z');
    await see.expectBadge(session, '13');
    await see.press(page, 'button', `More actions: ${first?.title}`);
    await list.expectFocus(page, 'Open in background');
    await list.pressKeys(page, 'ArrowDown');
    await list.expectFocus(page, 'Archive');
    await see.expectAccessible(page);
    await list.pressKeys(page, 'Enter');
    await see.expectStatus(page, 'Archived one post.');
    await see.press(page, 'button', `More actions: ${second?.title}`);
    await list.pressIn(page, 'group', /^More actions/, 'Copy link');
    await see.expectStatus(page, 'The link was copied.');
    await list.pressKeys(page, 'Escape');
    await see.expectStatus(page, '');
    await list.pressKeys(page, 'Control+a');
    await see.press(page, 'button', 'Copy 12 links');
    await see.expectStatus(page, '12 links were copied.');
  });

  test('is used with the keyboard alone', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 40, (i) => ({ title: `Post ${i}` }));
    const page = await list.openList(session, 'popup.html');
    await list.pressKeys(page, 'j');
    await list.expectFocus(page, 'Post 0');
    await list.pressKeys(page, 'j', 'j', 'k');
    await list.expectFocus(page, 'Post 1');
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

/** How many actions there are to undo. */
async function undoSteps(page: Page): Promise<number> {
  return (await libraryRows(page, 'undoSteps')).length;
}
