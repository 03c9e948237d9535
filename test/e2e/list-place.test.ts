import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the place in the reading list in %s', (browser) => {
  test('keeps the row with the focus in sight when something comes up below the list', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 40, (i) => ({ title: `Post ${i}` }));
    const page = await list.openList(session, 'popup.html');
    await list.pressKeys(page, 'j', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await list.expectFocus(page, 'Post 3');
    await waitFor(() => isInSight(page), 'the row with the focus to be seen');
    await list.pressKeys(page, 'x');
    await getByRole(page, 'region', 'Selection');
    await waitFor(() => isInSight(page), 'the row with the focus to be seen above the selection');
    await list.pressKeys(page, 's');
    await see.expectStatus(page, 'Saved one post.');
    await waitFor(() => isInSight(page), 'the row with the focus to be seen above the message');
  });

  test('shows at once what is done elsewhere, and keeps focus, selection and place', async ({ start }) => {
    const session = await start(browser);
    const posts = await list.fill(session, 200, (i) => ({ title: `Post ${i}` }));
    const library = await list.openList(session, 'library.html');
    const popup = await list.openList(session, 'popup.html');
    await library.bringToFront();
    await library.evaluate(() => document.querySelector('main')?.scrollTo(0, 5000));
    await waitFor(async () => !(await see.listedTitles(library)).includes('Post 10'), 'the rows further down');
    const seen = await firstSeen(library);
    await see.press(library, 'checkbox', `Select: ${seen.title}`);
    await list.expectFocus(library, `Select: ${seen.title}`);
    await popup.bringToFront();
    await see.press(popup, 'button', 'Mark as read: Post 0');
    await list.expectCount(popup, 199);
    await see.press(popup, 'button', 'Mark as read: Post 1');
    await list.expectCount(popup, 198);
    await library.bringToFront();
    await list.expectCount(library, 198);
    await list.expectFocus(library, `Select: ${seen.title}`);
    await see.expectStatus(library, '1 post selected');
    expect((await firstSeen(library)).title).toBe(seen.title);
    expect(Math.abs((await firstSeen(library)).top - seen.top)).toBeLessThan(3);
    expect(posts).toHaveLength(200);
  });

  test('stays where it is while a row that is not seen in whole is pressed', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 40, (i) => ({ title: `Post ${i}` }));
    const page = await list.openList(session, 'popup.html');
    await list.expectCount(page, 40);
    const box = await waitFor(() => partlyHiddenBox(page), 'a row of which only the beginning is seen');
    await page.mouse.move(box.x, box.y);
    await page.mouse.down();
    await page.evaluate(frames, 3);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollTop)).toBe(box.scrollTop);
    await page.mouse.up();
    await see.expectStatus(page, '1 post selected');
    await waitFor(() => isInSight(page), 'the row to be seen above the selection');
  });
});

/** Whether all of the row with the focus can be seen: nothing covers its corners. */
function isInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const row = document.activeElement?.closest('.post');
    const { left, top, right, bottom } = row?.getBoundingClientRect() ?? new DOMRect();
    return [top + 2, bottom - 2].every((y) => row?.contains(document.elementFromPoint((left + right) / 2, y)));
  });
}

/** The first row that is seen in whole, and how far down it is. */
function firstSeen(page: Page): Promise<{ title: string; top: number }> {
  const seenNow = () =>
    page.evaluate(() => {
      const main = document.querySelector('main')?.getBoundingClientRect();
      for (const row of document.querySelectorAll('.post')) {
        const { top } = row.getBoundingClientRect();
        if (main && top >= main.top) return { title: row.querySelector('h3')?.textContent ?? '', top };
      }
      return { title: '', top: 0 };
    });
  // A row that was scrolled to is read first, and those above it are measured, which all is put right in the next frame.
  return waitFor(async () => {
    const before = await seenNow();
    await page.evaluate(frames, 3);
    const seen = await seenNow();
    return seen.title !== '' && JSON.stringify(seen) === JSON.stringify(before) && seen;
  }, 'the first row that is seen');
}

/** Where the checkbox is of a row whose end is not seen, as the list is scrolled now; scrolls a little if there is none. */
function partlyHiddenBox(page: Page): Promise<{ x: number; y: number; scrollTop: number } | undefined> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const end = main?.getBoundingClientRect().bottom ?? 0;
    for (const row of document.querySelectorAll('.post')) {
      const { left, top, width, height } = row.querySelector('input')?.getBoundingClientRect() ?? new DOMRect();
      const isSeen = top + height < end && row.getBoundingClientRect().bottom > end + 10;
      if (main && isSeen) return { x: left + width / 2, y: top + height / 2, scrollTop: main.scrollTop };
    }
    main?.scrollBy(0, 30);
    return undefined;
  });
}

/** Runs in the page: waits until so many frames were drawn. */
async function frames(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
