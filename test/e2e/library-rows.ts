import type { Page } from 'puppeteer-core';

export type Row = Record<string, unknown>;

/** The path of an index, or of one that has an entry for each item of a list. */
type Index = string | string[] | { readonly keyPath: string; readonly multiEntry: true };

/** The whole database, as one version of the extension left it. */
export interface Sample {
  readonly version: number;
  readonly stores: Record<
    string,
    { keyPath: string; autoIncrement?: boolean; indexes: Record<string, Index>; rows: Row[] }
  >;
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
          for (const [name, { keyPath, autoIncrement = false, indexes, rows }] of Object.entries(stores)) {
            const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
            for (const [name, index] of Object.entries(indexes)) {
              if (typeof index === 'string' || Array.isArray(index)) store.createIndex(name, index);
              else store.createIndex(name, index.keyPath, { multiEntry: index.multiEntry });
            }
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

/** The rows of a table of the library as they are stored. The page is any of the extension. */
export async function libraryRows(page: Page, table = 'posts'): Promise<Row[]> {
  const [rows = []] = await librarySnapshot(page, [table]);
  return rows;
}

/** The rows of tables of the library as they are stored at one moment. */
export function librarySnapshot(page: Page, tables: readonly string[]): Promise<Row[][]> {
  return page.evaluate(
    (tables) =>
      new Promise<Row[][]>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(tables);
          const all = tables.map((table) => reading.objectStore(table).getAll());
          reading.oncomplete = () => {
            opening.result.close();
            resolve(all.map(({ result }) => result as Row[]));
          };
        };
      }),
    [...tables],
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
