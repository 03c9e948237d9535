import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import { scaledImageUrl } from '../../lib/blog/scaled-image.ts';
import type { PostId } from '../../lib/post.ts';
import type { CopiedArticle, OfflineCopy } from '../../lib/store/offline-copy.ts';
import { waitFor } from '../launch/wait-for.ts';

declare const chrome: typeof browser;

const DATABASE = 'liner-notes';
const SAVED_MS = 30_000;
/** A copy, and how long it took from the reader's wish until every context could know of it, in ms. */
export interface Saved {
  readonly copy: OfflineCopy;
  readonly html: string;
  readonly time: number;
}

/** Bookmarks a post that the library has. The page is any of the extension. */
export async function bookmarkPost(page: Page, id: PostId): Promise<void> {
  await page.evaluate(bookmark, id);
}

/** Has the page closed that reads posts, as it is when nothing was read for some seconds. The page is any of the extension. */
export async function closeParser(page: Page): Promise<void> {
  await page.evaluate(closeOffscreenPage);
}

/** Has the copy of a bookmarked post made, of which nothing is there. The page is any of the extension. */
export async function timedSaving(page: Page, id: PostId): Promise<Saved> {
  await untilIdle(page);
  await page.evaluate(forget, DATABASE);
  const time = await page.evaluate(timedCopy, DATABASE, id);
  const { copy, html } = await page.evaluate(readCopy, DATABASE, id);
  if (copy.missing.length > 0) throw new Error(`The copy lacks ${copy.missing.length} pictures.`);
  return { copy, html, time };
}

/** Downloads the page of a post and its pictures, after a saving with the same rest as another has, and keeps nothing of it; answers the ms. */
export async function timedDownload(page: Page, { url, pictures }: OfflineCopy): Promise<number> {
  await untilIdle(page);
  return page.evaluate(
    download,
    url,
    pictures.map((address) => scaledImageUrl(address, 1920)),
  );
}

/** The blog is asked for no more than a page a second: what has just been saved is followed by a rest. */
async function untilIdle(page: Page): Promise<void> {
  await waitFor(() => page.evaluate(isIdle), 'what was to be copied before', SAVED_MS);
}

/** Puts so many more saved posts with their copies into the library, all like this one. */
export function addCopiesLike(page: Page, id: PostId, count: number): Promise<void> {
  return page.evaluate(putLike, DATABASE, id, count);
}

// These run in a page of the extension: they can use nothing but what they are given.

async function bookmark(id: string): Promise<void> {
  const data = { ids: [id], mark: 'saved' };
  await chrome.runtime.sendMessage({ id: 1, type: 'markListed', data, timestamp: Date.now() });
}

async function closeOffscreenPage(): Promise<void> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (contexts.length > 0) await chrome.offscreen.closeDocument();
}

async function isIdle(): Promise<boolean> {
  return (await chrome.alarms.get('posts')) === undefined;
}

async function forget(name: string): Promise<void> {
  const opening = indexedDB.open(name);
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tables = ['copies', 'articles', 'pictures', 'savings'];
  await new Promise<void>((resolve, reject) => {
    const writing = library.transaction(tables, 'readwrite');
    for (const table of tables) writing.objectStore(table).clear();
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  }).finally(() => library.close());
}

async function timedCopy(name: string, id: string): Promise<number> {
  const opening = indexedDB.open(name);
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const copies = {
    isThere() {
      return new Promise<boolean>((resolve, reject) => {
        const asked = library.transaction('copies').objectStore('copies').count(id);
        asked.onsuccess = () => resolve(asked.result > 0);
        asked.onerror = () => reject(asked.error);
      });
    },
  };
  const end = new AbortController();
  const copied = new Promise<number>((resolve) => {
    chrome.storage.local.onChanged.addListener(async ({ revision }) => {
      const now = performance.now();
      if (end.signal.aborted || !revision || !(await copies.isThere())) return;
      end.abort();
      resolve(now);
    });
  });
  const start = performance.now();
  await chrome.runtime.sendMessage({ id: 1, type: 'saveAgain', data: [id], timestamp: Date.now() });
  return (await copied) - start;
}

async function readCopy(name: string, id: string): Promise<{ copy: OfflineCopy; html: string }> {
  const opening = indexedDB.open(name);
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  return new Promise<{ copy: OfflineCopy; html: string }>((resolve, reject) => {
    const reading = library.transaction(['copies', 'articles']);
    const copy: IDBRequest<OfflineCopy> = reading.objectStore('copies').get(id);
    const article: IDBRequest<CopiedArticle> = reading.objectStore('articles').get(id);
    reading.oncomplete = () => resolve({ copy: copy.result, html: article.result.html });
    reading.onabort = () => reject(reading.error);
  }).finally(() => library.close());
}

async function download(url: string, pictures: readonly string[]): Promise<number> {
  const start = performance.now();
  // Without the browser's cache, as the extension asks too.
  await fetch(url, { cache: 'no-store' }).then((response) => response.text());
  await Promise.all(
    pictures.map((picture) => fetch(picture, { cache: 'no-store' }).then((response) => response.blob())),
  );
  return performance.now() - start;
}

async function putLike(name: string, id: string, count: number): Promise<void> {
  const opening = indexedDB.open(name);
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tables = ['posts', 'texts', 'copies', 'articles'];
  await new Promise<void>((resolve, reject) => {
    const writing = library.transaction(tables, 'readwrite');
    for (const table of tables) {
      const store = writing.objectStore(table);
      const asked: IDBRequest<object> = store.get(id);
      asked.onsuccess = () => {
        for (let at = 1; at <= count; at++) store.put({ ...asked.result, id: `${id}-${at}`, savedAt: at });
      };
    }
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  }).finally(() => library.close());
}
