import type { Page } from 'puppeteer-core';
import type { LibraryPost, PollState } from '../../lib/store/database.ts';
import { waitFor } from '../launch/wait-for.ts';
import samples from '../replica/posts.json' with { type: 'json' };

const DATABASE = 'liner-notes';
const NEWEST = Date.UTC(2025, 8, 23);
const DAY_MS = 86_400_000;
const POSTS_A_DAY = 3;

/**
 * Puts so many unread posts into the extension's own database, in place of what is there, and a poll that went well: the
 * popup starts no check then. The page is any of the extension that runs none of its code.
 */
export async function fillLibrary(page: Page, count: number): Promise<void> {
  // The poll that follows the installation ends with a note of its own, which mustn't come after this one.
  await waitFor(() => page.evaluate(hasPolled, DATABASE), 'the end of the first poll');
  const state: PollState = { key: 'poll', succeededAt: Date.now(), catalogueBefore: '2000-01-01' };
  await page.evaluate(replaceAll, DATABASE, samplePosts(count), state);
}

function samplePosts(count: number): LibraryPost[] {
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

/** Runs in the page. Never makes the database, which is the extension's to do. */
async function hasPolled(name: string): Promise<boolean> {
  if (!(await indexedDB.databases()).some((database) => database.name === name)) return false;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const polls = await new Promise<number>((resolve, reject) => {
    const counting = database.transaction('state').objectStore('state').count('poll');
    counting.onsuccess = () => resolve(counting.result);
    counting.onerror = () => reject(counting.error);
  }).finally(() => database.close());
  return polls > 0;
}

/** Runs in the page. */
async function replaceAll(name: string, posts: LibraryPost[], state: PollState): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(['posts', 'state'], 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore('posts').clear();
    for (const post of posts) transaction.objectStore('posts').put(post);
    transaction.objectStore('state').put(state);
  }).finally(() => database.close());
}
