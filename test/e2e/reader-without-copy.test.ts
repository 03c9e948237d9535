import type { Page } from 'puppeteer-core';
import { describe } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { BROWSERS, test } from './blog-test.ts';
import { fillCopies, putSaving } from './copies.ts';
import { expectSaving } from './saved-copies.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the reader without a copy in %s', (browser) => {
  test('says why a post cannot be read, and opens it once it can', async ({ start, replica }) => {
    const session = await start(browser);
    const copies = await fillCopies(session, 2, undefined, (index) => ({ bookmarked: index === 1 }));
    const bare = await session.barePage();
    await removeCopies(bare);
    // What is saved from now on is asked of the blog, which is to be slow about it.
    replica.setReachable(false);
    const unknown = await session.openExtensionPage('reader.html?post=2020/1/never-heard-of');
    await getByRole(unknown, 'heading', 'There is no such post here');
    await see.expectAccessible(unknown);
    const nameless = await session.openExtensionPage('reader.html');
    await getByRole(nameless, 'heading', 'There is no such post here');
    const page = await session.openExtensionPage(`reader.html?post=${copies[1]?.post.id}`);
    await page.bringToFront();
    await getByRole(page, 'heading', 'This post waits to be saved');
    await see.expectAccessible(page);
    const id = copies[1]?.post.id ?? '2026/1/none';
    // Whoever looks at it has it tried at once.
    await expectSaving(session, id, { status: 'waiting', attempts: 1 });
    await putSaving(bare, { id, status: 'running', done: 2, total: 5, attempts: 0 });
    await page.evaluate(() => location.reload());
    await getByRole(page, 'heading', 'This post is being saved');
    await see.expectText(page, '2 of 5 pictures');
    await see.expectAccessible(page);
    await putSaving(bare, {
      id,
      status: 'failed',
      done: 0,
      total: 0,
      failure: { code: 'refused', status: 410 },
      attempts: 1,
    });
    await page.evaluate(() => location.reload());
    await getByRole(page, 'heading', 'This post could not be saved');
    await see.expectText(page, "The blog does not give out this post's page (410).");
    await see.expectAccessible(page);
    const other = await session.openExtensionPage(`reader.html?post=${copies[0]?.post.id}`);
    await other.bringToFront();
    await getByRole(other, 'heading', 'This post is not saved');
    await see.expectAccessible(other);
    const save = await queryAllByRole(other, 'button', 'Save');
    await save.at(-1)?.click();
    await getByRole(other, 'heading', 'This post waits to be saved');
  });
});

test('the reader says so where the library does not open', async ({ start, tolerated }) => {
  tolerated.push(/VersionError|liner-notes|higher version|version/);
  const session = await start('chromium');
  const bare = await session.barePage();
  await fillCopies(session, 1);
  const page = await session.openExtensionPage('reader.html?post=2026/1/any');
  await getByRole(page, 'heading', 'There is no such post here');
  await bare.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('liner-notes');
        const opening = indexedDB.open('liner-notes', 9990);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  const failed = await session.openExtensionPage('reader.html?post=2026/1/any');
  await see.expectText(failed, 'Your library was last used by a newer version of Liner Notes.');
  await see.expectAccessible(failed);
});

function removeCopies(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('liner-notes');
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['copies', 'articles'], 'readwrite');
          writing.objectStore('copies').clear();
          writing.objectStore('articles').clear();
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}
