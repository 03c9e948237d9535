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
});

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
