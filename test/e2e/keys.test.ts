import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { copied, spyOnClipboard } from './clipboard.ts';
import { fillCopies, openReader } from './copies.ts';
import { libraryRows } from './library-rows.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

const VIEWS = ['Unread', 'Saved', 'In progress', 'Archive', 'All'];

describe.each(BROWSERS)('single keys in %s', (browser) => {
  test('open what the list is on, copy its link, and change the view', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const page = await list.openList(session, 'library.html');
    await spyOnClipboard(page);
    await list.pressKeys(page, 'j', 'c');
    await see.expectStatus(page, 'The link was copied.');
    expect(await copied(page)).toMatch(new RegExp(`/${first?.id}$`));
    await list.pressKeys(page, 'o');
    await see.expectOpen(session, first?.id ?? '');
    await page.bringToFront();
    for (const [index, name] of [...VIEWS.entries()].reverse()) {
      await list.pressKeys(page, String(index + 1));
      await waitFor(
        async () => (await page.$eval('.views [aria-current]', ({ textContent }) => textContent)).startsWith(name),
        `the view ${name}`,
      );
    }
    await list.pressKeys(page, 'f');
    await getByRole(page, 'combobox', 'Sort by');
  });
});

describe.each(BROWSERS)('the copy of a saved post in %s', (browser) => {
  test('is opened from the list: with a key, from the menu of its row, and from the preview', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const title = see.collapsed(first?.post.title ?? '');
    const page = await list.openList(session, 'library.html');
    await list.chooseView(page, 'Saved');
    await list.expectList(page, 'Saved posts', [title]);
    const ways: Record<string, () => Promise<void>> = {
      'a key': () => list.pressKeys(page, 'j', 'r'),
      'the menu of its row': async () => {
        await see.press(page, 'button', `More actions: ${title}`);
        await list.pressIn(page, 'group', /^More actions/, 'Read the offline copy');
      },
      'the preview': () => list.pressIn(page, 'complementary', 'Preview', 'Read the offline copy'),
    };
    for (const [way, open] of Object.entries(ways)) {
      await page.bringToFront();
      await open();
      const reader = await waitFor(() => readerOf(session), `the reader, opened with ${way}`);
      await getByRole(reader, 'heading', title);
      await reader.close();
    }
  });

  test('is marked, archived, let go of and left with keys, unless they are switched off', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const id = first?.post.id ?? '';
    const page = await openReader(session, id);
    await spyOnClipboard(page);
    await getByRole(page, 'button', 'Mark as unread');
    const expectRow = (wanted: object) =>
      waitFor(
        async () => {
          const row = (await libraryRows(await session.barePage())).find((row) => row['id'] === id);
          return Object.entries(wanted).every(([name, value]) => row?.[name] === value);
        },
        `${JSON.stringify(wanted)}`,
      );
    await list.pressKeys(page, 'o');
    // Firefox tells nobody who drives it of a tab that knows nothing of this one.
    await waitFor(async () => replica.requests.some(({ path }) => path === `/${id}`), 'the blog to be asked for it');
    await page.bringToFront();
    await list.pressKeys(page, 'm');
    await expectRow({ reading: 'unread' });
    await list.pressKeys(page, 'e', 'u');
    await see.expectStatus(page, 'One post is as it was before.');
    await expectRow({ reading: 'unread' });
    await list.pressKeys(page, 's');
    await getByRole(page, 'button', 'Save');
    await list.pressKeys(page, 's');
    await see.expectStatus(page, 'Saved one post.');
    await expectRow({ bookmarked: true });
    await list.pressKeys(page, 'c');
    await see.expectStatus(page, 'The link was copied.');
    expect(await copied(page)).toBe(first?.post.url);

    const options = await session.openExtensionPage('options.html');
    await see.press(options, 'checkbox', 'Use single keys');
    await see.expectText(options, 'Saved.');
    await page.bringToFront();
    await list.pressKeys(page, 'e', 's');
    // What is pressed after them is done after whatever they would have done.
    await see.press(page, 'button', 'Remove from saved');
    await expectRow({ bookmarked: false, reading: 'unread' });
    await list.pressKeys(page, 'Control+z');
    await expectRow({ bookmarked: true, reading: 'unread' });
  });
});

async function readerOf({ browser }: Session): Promise<Page> {
  const pages = await browser.pages();
  const paths = await Promise.all(pages.map((page) => page.evaluate(() => location.pathname).catch(String)));
  const reader = pages[paths.indexOf('/reader.html')];
  if (!reader) throw new Error(`Open are ${paths.join(', ')}.`);
  return reader;
}
