import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { Health } from '../../lib/health.ts';
import type { LibraryPost, PollState, PostText } from '../../lib/store/database.ts';
import type { CopiedArticle, OfflineCopy } from '../../lib/store/offline-copy.ts';
import { waitFor } from '../launch/wait-for.ts';
import samples from '../replica/posts.json' with { type: 'json' };

declare const chrome: typeof browser;

const DATABASE = 'liner-notes';
const NEWEST = Date.UTC(2025, 8, 23);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const POSTS_A_DAY = 3;
/** So many posts go into the page, and into the database, at a time. */
const CHUNK = 10_000;

interface Copies {
  readonly copies: readonly OfflineCopy[];
  readonly articles: readonly CopiedArticle[];
}

/** What goes into the database at a time; the first rows come in place of the posts that are there. */
interface Rows extends Copies {
  readonly isFirst: boolean;
  readonly posts: readonly LibraryPost[];
  readonly texts: readonly PostText[];
  readonly state: readonly PollState[];
}

/**
 * Puts these posts into the extension's own database, in place of what is there, and texts and copies of them, and notes a check
 * that went well: no other is due then. The page is any of the extension that runs none of its code.
 */
export async function fillLibrary(
  page: Page,
  posts: readonly LibraryPost[],
  texts: readonly PostText[] = [],
  copies: Copies = { copies: [], articles: [] },
): Promise<void> {
  // It ends with a note of its own, which mustn't come after this one.
  await firstCheck(page);
  const now = Date.now();
  const state: PollState = { key: 'poll', catalogueBefore: '2000-01-01' };
  const health: Health = { checkedAt: now, succeededAt: now, dueAt: now + HOUR_MS, failures: 0, traffic: {} };
  const rest = { texts, ...copies, state: [state] };
  await page.evaluate(putRows, DATABASE, { isFirst: true, posts: posts.slice(0, CHUNK), ...rest });
  for (let start = CHUNK; start < posts.length; start += CHUNK) {
    const rows = { posts: posts.slice(start, start + CHUNK), texts: [], copies: [], articles: [], state: [] };
    await page.evaluate(putRows, DATABASE, { isFirst: false, ...rows });
  }
  await page.evaluate((health) => chrome.storage.local.set({ health }), health);
}

/** Copies of posts, made of their texts. */
export function sampleCopies(posts: readonly LibraryPost[], texts: readonly PostText[]): Copies {
  const known = new Map(texts.map((text) => [text.id, text]));
  return {
    copies: posts.map(({ id, url, title, date, categories }, index) => {
      const { authors = [], text = '' } = known.get(id) ?? {};
      const facts = { id, url, title, date, categories, authors, image: '' };
      return { ...facts, pictures: [], missing: [], words: 1_500, bytes: text.length, savedAt: index + 1 };
    }),
    articles: posts.map(({ id }) => ({ id, html: `<p>${known.get(id)?.text ?? ''}</p>` })),
  };
}

/** Waits for the end of the check that follows the installation. The page is any of the extension. */
export async function firstCheck(page: Page): Promise<void> {
  await waitFor(() => page.evaluate(hasChecked), 'the end of the first check', 30_000);
}

/** Unread posts, newest first; those of a small number are among those of a larger. */
export function samplePosts(count: number): LibraryPost[] {
  return Array.from({ length: count }, (_, index) => samplePost(index));
}

function samplePost(index: number): LibraryPost {
  const sample = samples[index % samples.length];
  if (!sample) throw new Error('There is no post to make others of.');
  const { title, excerpt, categories } = sample;
  const date = new Date(NEWEST - Math.floor(index / POSTS_A_DAY) * DAY_MS);
  const id: LibraryPost['id'] = `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/a-post-like-any-other-${index}`;
  return {
    id,
    url: `https://engineering.atspotify.com/${id}`,
    title: `${title} (${index + 1})`,
    date: date.toISOString().slice(0, 10),
    excerpt,
    categories,
    image: `https://images.ctfassets.net/p762jor363g1/${index}/hero-1200x590.png`,
    reading: 'unread',
    readingAt: 0,
    order: NEWEST - index,
  };
}

/** Runs in the page. The library has been opened by then. */
async function hasChecked(): Promise<boolean> {
  const { health } = await chrome.storage.local.get<{ health?: Health }>('health');
  return health?.checkedAt !== undefined;
}

/** Runs in the page. */
async function putRows(name: string, { isFirst, ...tables }: Rows): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(tables), 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    if (isFirst) transaction.objectStore('posts').clear();
    for (const [table, rows] of Object.entries(tables)) {
      for (const row of rows) transaction.objectStore(table).put(row);
    }
  }).finally(() => database.close());
}

/** How many rows a table of the library has. The page is any of the extension. */
export function countRows(page: Page, table: 'posts' | 'searchIndex'): Promise<number> {
  return page.evaluate(
    async (name, table) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      return new Promise<number>((resolve, reject) => {
        const counting = database.transaction(table).objectStore(table).count();
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => reject(counting.error);
      }).finally(() => database.close());
    },
    DATABASE,
    table,
  );
}
