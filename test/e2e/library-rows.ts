import type { Page } from 'puppeteer-core';

export type Row = Record<string, unknown>;

/** The whole database, as one version of the extension left it. */
export interface Sample {
  readonly version: number;
  readonly stores: Record<string, { keyPath: string; indexes: Record<string, string | string[]>; rows: Row[] }>;
}

/** Puts a database in place of the one that is there. The page is one of the extension that runs none of its code. */
export function restoreLibrary(page: Page, sample: Sample): Promise<void> {
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

/** The rows of the posts as they are stored. The page is any of the extension. */
export function libraryRows(page: Page): Promise<Row[]> {
  return page.evaluate(
    () =>
      new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('posts').objectStore('posts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result as Row[]);
          };
        };
      }),
  );
}

/** Stores rows of posts without telling anyone, as a context that is closed right after the writing does. */
export function putRows(page: Page, rows: readonly Row[]): Promise<void> {
  return page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('posts', 'readwrite');
          for (const row of rows) writing.objectStore('posts').put(row);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    rows,
  );
}
