import { describe, expect } from 'vitest';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import {
  codesOf,
  copyOf,
  expectNothingLeftToDo,
  expectSaving,
  expectWholeCopies,
  save,
  storedPictures,
} from './saved-copies.ts';
import * as see from './views.ts';

/** The replica's posts have a feature picture and two figures. */
const PICTURES = 3;
const KILOBYTES = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumSignificantDigits: 3 });

describe.each(BROWSERS)('a look through the copies in %s', (browser) => {
  test('finds what storage has lost, and has it made again', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    for (const post of [first, second]) {
      await save(session, post?.id);
      await copyOf(session, post?.id);
    }
    await expectNothingLeftToDo(session);
    const page = await session.openExtensionPage('options.html');
    await see.expectText(page, '2 copies take');
    await see.expectText(page, 'Your library has');
    await page.click('summary ::-p-text(Copies by size)');
    expect(await page.$$eval('.sizes li', (rows) => rows.map(({ innerText }) => innerText))).toEqual(
      await sizesOf(session),
    );
    await see.press(page, 'button', 'Check the copies');
    await see.expectText(page, 'All copies are whole.');
    const [picture] = (await copyOf(session, first?.id))['pictures'] as string[];
    await lose(session, 'pictures', picture);
    await lose(session, 'articles', second?.id);
    await see.press(page, 'button', 'Check the copies');
    await see.expectText(page, '2 copies lacked something, and are made again.');
    await waitFor(async () => (await storedPictures(session)).length === 2 * PICTURES, 'the picture');
    await waitFor(async () => (await libraryRows(await session.barePage(), 'articles')).length === 2, 'the text');
    await expectNothingLeftToDo(session);
    await expectWholeCopies(session);
    await see.expectAccessible(page);
  });

  test('has the pictures of a post that the blog has deleted', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    replica.setFault('image', { kind: 'status', status: 404 });
    await save(session, post?.id);
    expect(codesOf(await copyOf(session, post?.id))).toEqual(Array(PICTURES).fill('refused'));
    const page = await session.openExtensionPage('options.html');
    await see.press(page, 'button', 'Check the copies');
    await see.expectText(page, 'One copy lacks something that the blog did not give');
    replica.setFault('image', undefined);
    replica.unpublish(post?.id ?? '');
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    await expectSaving(session, post?.id, { status: 'failed', failure: { code: 'refused', status: 404 } });
    expect(codesOf(await copyOf(session, post?.id))).toEqual([]);
    await expectWholeCopies(session);
    expect(await storedPictures(session)).toHaveLength(PICTURES);
  });
});

/** Has a row of the library go, as storage may lose it. */
async function lose(session: Session, table: string, key: string | undefined): Promise<void> {
  const page = await session.barePage();
  await page.evaluate(
    (table, key) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(table, 'readwrite');
          writing.objectStore(table).delete(key);
          writing.onabort = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    table,
    key ?? '',
  );
}

/** What each copy takes, the largest first, as people read it. */
async function sizesOf(session: Session): Promise<string[]> {
  const copies = await libraryRows(await session.barePage(), 'copies');
  return copies
    .sort((a, b) => Number(b['bytes']) - Number(a['bytes']))
    .map(({ title, bytes }) => `${title} ${KILOBYTES.format(Number(bytes) / 1000)}`);
}
