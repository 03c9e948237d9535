import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the selection in %s', (browser) => {
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

  test('takes rows in and out with Ctrl, and many are removed from what is saved', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 5, (i) => ({ title: `Post ${i}`, bookmarked: true, bookmarkedAt: 10 - i }));
    const page = await list.openList(session, 'popup.html');
    await list.chooseView(page, 'Saved');
    await list.expectList(page, 'Saved posts', ['Post 0', 'Post 1']);
    await page.keyboard.down('Control');
    await page.click('.post[data-index="0"] .excerpt');
    await getByRole(page, 'region', 'Selection');
    for (const index of [2, 0, 3]) await page.click(`.post[data-index="${index}"] .excerpt`);
    await page.keyboard.up('Control');
    await see.expectStatus(page, '2 posts selected');
    await list.pressIn(page, 'region', 'Selection', 'Remove from saved');
    await see.expectStatus(page, 'Removed 2 posts from saved.');
    await list.expectList(page, 'Saved posts', ['Post 0', 'Post 1', 'Post 4']);
    await list.expectCount(page, 3);
    await list.pressKeys(page, 'Control+z');
    await list.expectCount(page, 5);
  });

  test('of more posts than anybody wants tabs of opens none', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 21, (i) => ({ title: `Post ${i}` }));
    const page = await list.openList(session, 'popup.html');
    await list.pressKeys(page, 'Control+a');
    await see.expectStatus(page, '21 posts selected');
    await list.pressIn(page, 'region', 'Selection', 'Open in background');
    await see.expectStatus(page, 'That would open more than 20 tabs. Select fewer posts.');
    await see.expectAccessible(page);
    expect((await libraryRows(page)).filter(({ reading }) => reading !== 'unread')).toEqual([]);
    expect((await session.browser.pages()).filter((page) => page.url().startsWith(BLOG))).toEqual([]);
  });
});

/** How many actions there are to undo. */
async function undoSteps(page: Page): Promise<number> {
  return (await libraryRows(page, 'undoSteps')).length;
}
