import type { Page } from 'puppeteer-core';
import { describe } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { BROWSERS, test } from './blog-test.ts';
import { fillCopies } from './copies.ts';
import { expectSaving, save, saveAgain } from './saved-copies.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the reader without a copy in %s', (browser) => {
  test('says why a post cannot be read, and opens it once it can', async ({ start, replica }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [slow, gone, unsaved] = replica.posts();
    const unknown = await session.openExtensionPage('reader.html?post=2020/1/never-heard-of');
    await getByRole(unknown, 'heading', 'There is no such post here');
    await see.expectAccessible(unknown);
    const nameless = await session.openExtensionPage('reader.html');
    await getByRole(nameless, 'heading', 'There is no such post here');

    replica.setReachable(false);
    await save(session, slow?.id);
    await expectSaving(session, slow?.id, { status: 'waiting', attempts: 1 });
    const page = await openReader(session, slow?.id);
    await getByRole(page, 'heading', 'This post waits to be saved');
    await see.expectAccessible(page);
    replica.setReachable(true);
    replica.setFault('image', { kind: 'slow', ms: 60_000 }, 1);
    await saveAgain(session, slow?.id);
    await getByRole(page, 'heading', 'This post is being saved');
    await see.expectText(page, '2 of 3 pictures');
    await see.expectAccessible(page);
    // Nobody waits for that picture any longer.
    await session.stopBackground();

    replica.setFault('article', { kind: 'status', status: 410 });
    await save(session, gone?.id);
    const failed = await openReader(session, gone?.id);
    await getByRole(failed, 'heading', 'This post could not be saved');
    await see.expectText(failed, "The blog does not give out this post's page (410).");
    await see.expectAccessible(failed);
    replica.setFault('article', undefined);
    await see.press(failed, 'button', 'Try again');
    await getByRole(failed, 'heading', gone?.title ?? '');

    const other = await openReader(session, unsaved?.id);
    await getByRole(other, 'heading', 'This post is not saved');
    await see.expectAccessible(other);
    const buttons = await queryAllByRole(other, 'button', 'Save');
    await buttons.at(-1)?.click();
    await getByRole(other, 'heading', unsaved?.title ?? '');
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

async function openReader(session: Session, id: string | undefined): Promise<Page> {
  const page = await session.openExtensionPage(`reader.html?post=${id}`);
  await page.bringToFront();
  return page;
}
