import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

const SAMPLES = join(import.meta.dirname, '../store-versions');

type Row = Record<string, unknown>;

/** The whole database, as one version of the extension left it. */
interface Sample {
  readonly version: number;
  readonly stores: Record<string, { keyPath: string; indexes: Record<string, string | string[]>; rows: Row[] }>;
}

const samples = readdirSync(SAMPLES).map((file) => join(SAMPLES, file));

describe.each(BROWSERS)('a library in %s', (browser) => {
  test.for(samples)('that an older version left is kept: %s', async (file, { start }) => {
    const sample = JSON.parse(readFileSync(file, 'utf8')) as Sample;
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await session.stopBackground();
    // No script of ours runs here that could hold the database open.
    const page = await session.openExtensionPage('icon.svg');
    await restore(page, sample);

    const unread = postsOf(sample, 'unread');
    await see.expectListed(
      await see.openPopup(session),
      unread.map(({ title }) => String(title)),
    );
    expect(await readingStates(page)).toEqual(
      Object.fromEntries(
        sample.stores['posts']?.rows.map(({ id, reading, readingAt }) => [id, { reading, readingAt }]) ?? [],
      ),
    );
  });
});

function postsOf({ stores }: Sample, reading: string): Row[] {
  return stores['posts']?.rows.filter((row) => row['reading'] === reading) ?? [];
}

function restore(page: Page, sample: Sample): Promise<void> {
  return page.evaluate(
    ({ version, stores }) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('liner-notes');
        const opening = indexedDB.open('liner-notes', version);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          for (const [name, { keyPath, indexes, rows }] of Object.entries(stores)) {
            const store = opening.result.createObjectStore(name, { keyPath });
            for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
            for (const row of rows) store.put(row);
          }
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    sample,
  );
}

function readingStates(page: Page): Promise<Record<string, Row>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, Row>>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('posts').objectStore('posts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const rows = all.result as Row[];
            resolve(Object.fromEntries(rows.map(({ id, reading, readingAt }) => [String(id), { reading, readingAt }])));
          };
        };
      }),
  );
}
