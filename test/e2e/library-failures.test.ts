import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole, textOf } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { letNextCheckCome } from './background-facts.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { type Row, restoreLibrary, type Sample } from './library-rows.ts';
import * as see from './views.ts';

const SAMPLE = join(import.meta.dirname, '../store-versions/4.json');
const NEWER = 'Your library was last used by a newer version of Liner Notes. Nothing in it was changed.';
const DAMAGED = 'Your library could not be opened. Nothing in it was changed. Restart the browser.';
const REFUSED = 'Your browser lets Liner Notes store nothing.';
const PRIVATE = 'This is a private window, which keeps nothing, so your list is not here.';
const LOST = 'Your browser had lost your library';

describe.each(BROWSERS)('a library in %s', (browser) => {
  test('of a newer version is left alone, until the reader deletes it', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await session.stopBackground();
    const bare = await session.barePage();
    await restoreLibrary(bare, { ...(JSON.parse(readFileSync(SAMPLE, 'utf8')) as Sample), version: 990 });
    const before = await storedLibrary(bare);
    expect(before.version).toBe(990);

    const popup = await session.openExtensionPage('popup.html');
    await expectAlert(popup, NEWER);
    await letNextCheckCome(session);
    await see.expectBadge(session, '!');
    await expectAlert(popup, NEWER);
    const page = await session.openPage(BLOG);
    await see.openFilter(page);
    await see.press(page, 'button', /^Backstage/);
    const tagged = replica.posts().filter(({ categories }) => categories.includes('Backstage'));
    await waitFor(async () => (await see.visibleIds(page)).length === 2, 'the posts of the category');
    expect(await see.visibleIds(page)).toEqual(tagged.slice(0, 2).map(({ id }) => id));
    const filter = await getByRole(page, 'region', 'Filter posts');
    const alert = await getByRole(page, 'alert', '', { within: filter });
    expect(await textOf(alert)).toContain(NEWER);
    expect(await storedLibrary(bare)).toEqual(before);

    const options = await session.openExtensionPage('options.html');
    await see.expectText(options, NEWER);
    await see.expectAccessible(options);
    await see.press(options, 'button', 'Delete the library and start anew');
    await getByRole(options, 'dialog', 'Delete the library?');
    await see.expectAccessible(options);
    await see.press(options, 'button', 'Keep it');
    expect(await storedLibrary(bare)).toEqual(before);
    await see.press(options, 'button', 'Delete the library and start anew');
    await see.press(options, 'button', 'Delete the library');
    await see.expectText(options, 'Your library has 13 posts.');
    await see.expectBadge(session, '13');
    await see.expectListed(await see.openPopup(session), titlesOf(replica));
    await see.expectAllMarked(page);
    const alerts = () => queryAllByRole(page, 'alert', undefined, filter);
    await waitFor(async () => (await alerts()).length === 0, 'the failure to be gone');
  });

  test('that is damaged is told of, and can be deleted', async ({ profile, start, tolerated }) => {
    tolerated.push(/Dexie: Workaround for Chrome UnknownError on open\(\)/);
    const inProfile = browser === 'firefox';
    const session = await start(browser, { profile, inProfile });
    await see.expectBadge(session, '13');
    await session.close();
    await rm(session.databaseFolder, { recursive: true });
    await writeFile(session.databaseFolder, 'no database');

    const again = await start(browser, { profile, inProfile });
    await see.expectBadge(again, '!');
    const popup = await again.openExtensionPage('popup.html');
    await expectAlert(popup, DAMAGED);
    const options = await again.openExtensionPage('options.html');
    await see.expectText(options, DAMAGED);
    await see.press(options, 'button', 'Delete the library and start anew');
    await getByRole(options, 'dialog', 'Delete the library?');
    await see.press(options, 'button', 'Keep it');
  });

  test('that the browser has lost is read again, and that is told', async ({ replica, profile, start }) => {
    const inProfile = browser === 'firefox';
    const session = await start(browser, { profile, inProfile });
    await see.expectBadge(session, '13');
    await session.close();
    await rm(session.databaseFolder, { recursive: true });

    const again = await start(browser, { profile, inProfile });
    const popup = await see.openPopup(again);
    await see.expectListed(popup, titlesOf(replica));
    await see.expectText(popup, LOST);
    await see.expectAccessible(popup);
    await see.expectBadge(again, '13');
  });
});

test('Firefox that remembers no history is told of', async ({ start }) => {
  const session = await start('firefox', { privateBrowsing: true });
  await see.expectBadge(session, '!');
  const popup = await session.openExtensionPage('popup.html');
  await expectAlert(popup, REFUSED);
  const options = await session.openExtensionPage('options.html');
  await see.expectText(options, REFUSED);
});

test('a private window of Firefox says so, and the others go on', async ({ replica, start }) => {
  const session = await start('firefox');
  await see.expectBadge(session, '13');
  const privately = await session.openPrivateExtensionPage('popup.html');
  await expectAlert(privately, PRIVATE);
  await see.expectListed(await see.openPopup(session), titlesOf(replica));
  await see.expectBadge(session, '13');
});

/** The popup tells why there is no list, in place of one. */
async function expectAlert(popup: Page, sentence: string): Promise<void> {
  await see.expectText(popup, sentence);
  await getByRole(popup, 'alert', '');
  await see.expectAccessible(popup);
  expect(await see.listedTitles(popup)).toEqual([]);
  expect(await popup.evaluate(() => document.body.innerText)).not.toContain('caught up');
}

/** The database as it is stored. The page is one of the extension that runs none of its code. */
function storedLibrary(page: Page): Promise<{ version: number; rows: Record<string, Row[]> }> {
  return page.evaluate(
    () =>
      new Promise<{ version: number; rows: Record<string, Row[]> }>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const { result: library } = opening;
          const names = [...library.objectStoreNames];
          const rows: Record<string, Row[]> = {};
          const reading = library.transaction(names);
          for (const name of names) {
            const all = reading.objectStore(name).getAll();
            all.onsuccess = () => {
              rows[name] = all.result;
            };
          }
          reading.oncomplete = () => {
            library.close();
            resolve({ version: library.version, rows });
          };
        };
      }),
  );
}

function titlesOf(replica: Replica): string[] {
  return replica
    .posts()
    .slice(0, 13)
    .map(({ title }) => title);
}
