import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { alarmAt } from './background-facts.ts';
import { BLOG } from './blog-test.ts';
import { libraryRows, type Row } from './library-rows.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

/** Saves a post from the menu on a link to it, and waits for what the badge says of that. */
export async function save(session: Session, id: string | undefined): Promise<void> {
  await session.chooseMenuItem('save', `${BLOG}/${id}`);
  await see.expectBadge(session, '✓');
}

/** Opens the popup on the saved posts. */
export async function openSaved(session: Session): Promise<Page> {
  const page = await list.openList(session, 'popup.html');
  await list.chooseView(page, 'Saved');
  return page;
}

export async function saveAgain(session: Session, id: string | undefined): Promise<void> {
  await send(await session.barePage(), id ?? '');
}

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

function send(page: Page, id: string): Promise<unknown> {
  return page.evaluate(
    (id) => chrome.runtime.sendMessage({ id: 1, type: 'saveAgain', data: [id], timestamp: Date.now() }),
    id,
  );
}

export async function rowOf(session: Session, table: string, id: string | undefined): Promise<Row | undefined> {
  return (await libraryRows(await session.barePage(), table)).find((row) => row['id'] === id);
}

export function copyOf(session: Session, id: string | undefined, timeout = 20_000): Promise<Row> {
  return waitFor(() => rowOf(session, 'copies', id), `the copy of ${id}`, timeout);
}

export function savingOf(session: Session, id: string | undefined): Promise<Row | undefined> {
  return rowOf(session, 'savings', id);
}

export async function expectSaving(session: Session, id: string | undefined, wanted: object): Promise<void> {
  await waitFor(
    async () => {
      const saving = await savingOf(session, id);
      return Object.entries(wanted).every(([name, value]) => JSON.stringify(saving?.[name]) === JSON.stringify(value));
    },
    `${id} to be ${JSON.stringify(wanted)}`,
  );
}

/** Expects each copy to have all that it says, and nothing beside them to be stored. */
export async function expectWholeCopies(session: Session): Promise<void> {
  const page = await session.barePage();
  const [copies, articles, pictures] = await Promise.all([
    libraryRows(page, 'copies'),
    libraryRows(page, 'articles'),
    storedPictures(session),
  ]);
  expect(articles.map(({ id }) => id).sort()).toEqual(copies.map(({ id }) => id).sort());
  const shown = new Set(copies.flatMap((copy) => copy['pictures'] as string[]));
  expect(new Set(pictures.map(({ address }) => address))).toEqual(shown);
}

/** Waits until no copy is to be made, now or later. */
export async function expectNothingLeftToDo(session: Session): Promise<void> {
  const bare = await session.barePage();
  await waitFor(async () => {
    const [alarm, savings] = await Promise.all([alarmAt(session, 'posts'), libraryRows(bare, 'savings')]);
    return alarm === undefined && savings.length === 0;
  }, 'nothing to do');
}

/** Waits until nothing is said of any copy, since all are whole. */
export async function expectNoNote(page: Page): Promise<void> {
  await waitFor(() => page.evaluate(() => document.querySelector('.copy-note') === null), 'no note of a copy');
}

export function codesOf(copy: Row): unknown[] {
  return (copy['missing'] as Row[]).map(({ code }) => code);
}

interface Picture {
  readonly address: string;
  readonly type: string;
  readonly size: number;
  /** Width and height as the browser finds them, and as they are stored. */
  readonly natural: readonly number[];
  readonly stored: readonly number[];
}

/** The pictures of all copies, as the browser shows them. */
export async function storedPictures(session: Session): Promise<Picture[]> {
  return (await session.barePage()).evaluate(
    () =>
      new Promise<Picture[]>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('pictures').objectStore('pictures').getAll();
          all.onsuccess = async () => {
            opening.result.close();
            const rows = all.result as { address: string; blob: Blob; width: number; height: number }[];
            const pictures = rows.map(async ({ address, blob, height, width }) => {
              const bitmap = await createImageBitmap(blob);
              const natural = [bitmap.width, bitmap.height];
              return { address, type: blob.type, size: blob.size, natural, stored: [width, height] };
            });
            resolve(await Promise.all(pictures));
          };
        };
      }),
  );
}

export function pictureRequests({ requests }: Replica) {
  return requests.filter(
    ({ path, host, url }) => (path === '/_next/image' && url.includes('w=1920')) || !BLOG.endsWith(host),
  );
}

export function articleRequests({ requests }: Replica) {
  return requests.filter(({ path }) => /^\/\d{4}\/\d+\/./.test(path));
}
