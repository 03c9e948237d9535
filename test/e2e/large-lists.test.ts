import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('a reading list of many posts in %s', (browser) => {
  test('draws few of ten thousand rows, wherever they are scrolled to', async ({ start }) => {
    const session = await start(browser);
    const posts = await list.fill(session, 10_000);
    const page = await list.openList(session, 'library.html');
    await list.expectCount(page, 10_000);
    await see.expectText(page, '10,000 unread posts');
    const options = await session.openExtensionPage('options.html');
    await see.expectText(options, 'Your library has 10,000 posts.');
    await options.close();
    await page.bringToFront();
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1e9));
    const last = posts.at(-1)?.title ?? '';
    await waitFor(async () => (await see.listedTitles(page)).includes(last), 'the last row');
    expect((await see.listedTitles(page)).length).toBeLessThan(60);
    await see.expectAccessible(page);
    await list.pressKeys(page, 'Control+a');
    await see.expectStatus(page, '10,000 posts selected');
    await see.press(page, 'button', 'Mark as read');
    await see.expectText(page, 'caught up');
    await see.expectStatus(page, 'Marked 10,000 posts as read.');
    await list.pressKeys(page, 'Control+z');
    await list.expectCount(page, 10_000);
    await see.expectBadge(session, '99+');
  });

  test('has all marked that was to be, though it is closed as soon as that shows', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 5000);
    const page = await list.openList(session, 'popup.html');
    await list.expectCount(page, 5000);
    await see.press(page, 'button', 'Mark all as read');
    await see.expectText(page, 'caught up');
    await page.close();
    await see.expectBadge(session, '');
    const rows = await libraryRows(await session.barePage());
    expect(rows.filter(({ reading }) => reading !== 'read')).toEqual([]);
  });

  test('follows what is marked in another, and undone', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 1500, (i) => ({ title: `Post ${i}` }));
    const [library, popup] = [await list.openList(session, 'library.html'), await list.openList(session, 'popup.html')];
    for (const page of [library, popup]) await list.expectCount(page, 1500);
    for (const title of ['Post 1', 'Post 4']) {
      await see.press(popup, 'button', `Mark as read: ${title}`);
      await list.expectCount(library, 1499);
      expect(await see.listedTitles(library)).not.toContain(title);
      await see.press(popup, 'button', 'Undo');
      for (const page of [library, popup]) await list.expectCount(page, 1500);
      await list.expectList(library, 'Unread posts', ['Post 0', 'Post 1', 'Post 2', 'Post 3', 'Post 4', 'Post 5']);
    }
  });

  test('has the posts of groups wherever it is scrolled to', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 1000);
    const page = await list.openList(session, 'library.html');
    await list.expectCount(page, 1000);
    await list.pressKeys(page, 'f');
    await list.chooseOption(page, 'Group by', 'category');
    await getByRole(page, 'button', 'Mark all as read: Backstage');
    for (const part of [0.3, 0.7, 1]) {
      await page.evaluate((part) => {
        const main = document.querySelector('main');
        main?.scrollTo(0, part * main.scrollHeight);
      }, part);
      await waitFor(() => page.evaluate(isDrawn), 'a heading that stays, and the rows below it');
    }
  });

  test('shows posts all the way down from the first moment on, also after there were none', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 1000, (index) => ({ title: `Thing ${index}`, categories: ['Web'] }));
    const page = await list.openList(session, 'popup.html');
    await see.press(page, 'button', 'List options');
    await list.chooseOption(page, 'Density', 'compact');
    await see.press(page, 'button', 'List options');
    await list.expectCount(page, 1000);
    await page.evaluate(watchFilled);

    await list.chooseView(page, 'Saved');
    await see.expectText(page, 'Nothing saved yet.');
    await list.chooseView(page, 'Unread');
    await list.expectCount(page, 1000);
    await list.search(page, 'xylophone');
    await see.expectStatus(page, 'No posts found');
    await list.pressKeys(page, 'Control+a');
    await page.keyboard.type('thing');
    await see.expectStatus(page, '1,000 posts found');

    const filled = await page.evaluate(() => globalThis.linerNotesFilled ?? []);
    expect(filled).toContain(true);
    expect(filled).not.toContain(false);
  });
});

declare global {
  var linerNotesFilled: boolean[] | undefined;
}

/** Runs in the page. Notes at each change that leaves posts whether they go on to the lower edge of what is seen. */
function watchFilled(): void {
  const filled: boolean[] = [];
  globalThis.linerNotesFilled = filled;
  new MutationObserver(() => {
    const last = [...document.querySelectorAll('.post:has(h3)')].at(-1)?.getBoundingClientRect();
    const main = document.querySelector('main')?.getBoundingClientRect();
    if (last && main) filled.push(last.bottom >= main.bottom);
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page. Whether the upper edge of the list shows a heading, and each row that is seen has its post. */
function isDrawn(): boolean {
  const main = document.querySelector('main');
  const { top = 0, bottom = 0 } = main?.getBoundingClientRect() ?? {};
  const heading = document.elementFromPoint(main?.getBoundingClientRect().left ?? 0, top + 5)?.closest('.group');
  const seen = [...document.querySelectorAll('.post')].filter((row) => {
    const place = row.getBoundingClientRect();
    return place.bottom > top && place.top < bottom;
  });
  return heading != null && seen.length > 2 && seen.every((row) => row.querySelector('h4') !== null);
}
