import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { PostId } from '../../lib/post.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';
import { markOpenedFromList, markPosts } from '../../lib/store/marks.ts';
import { undo } from '../../lib/store/undo.ts';

const A: PostId = '2025/9/a';
const B: PostId = '2025/9/b';

beforeEach(async () => {
  await Promise.all([db.posts.clear(), db.undoSteps.clear()]);
  await db.posts.bulkAdd([post(A), post(B)]);
});

it('takes an action back, and only once', async () => {
  const done = await markPosts([A, B], 'read');
  expect(await readings()).toEqual(['read', 'read']);
  expect(await undo(done?.step)).toMatchObject({ mark: 'read', count: 2 });
  expect(await readings()).toEqual(['unread', 'unread']);
  expect(await undo(done?.step)).toBeUndefined();
});

it('takes actions back one after the other, the last first', async () => {
  await markPosts([A], 'read');
  await markPosts([A], 'saved');
  await markPosts([B], 'archived');
  expect((await undo())?.mark).toBe('archived');
  expect((await undo())?.mark).toBe('saved');
  expect((await undo())?.mark).toBe('read');
  expect(await undo()).toBeUndefined();
  expect(await db.posts.toArray()).toEqual([post(A), post(B)].map((row) => expect.objectContaining(row)));
});

it('takes one back by its name, whatever was done since', async () => {
  const done = await markPosts([A], 'read');
  await markPosts([B], 'read');
  await undo(done?.step);
  expect(await readings()).toEqual(['unread', 'read']);
});

it('leaves alone what was said of a post since', async () => {
  const done = await markPosts([A, B], 'read');
  await db.posts.update(A, { reading: 'archived', readingAt: Date.now() + 1 });
  expect(await undo(done?.step)).toMatchObject({ count: 1 });
  expect(await readings()).toEqual(['archived', 'unread']);
});

it('keeps twenty actions', async () => {
  for (let i = 0; i < 25; i++) await markPosts([A], i % 2 ? 'unread' : 'read');
  expect(await db.undoSteps.count()).toBe(20);
  for (let i = 0; i < 20; i++) expect(await undo()).toBeDefined();
  expect(await undo()).toBeUndefined();
});

it('takes back what opening a post has made of it, but not how far it was read since', async () => {
  await db.posts.update(B, { progress: 0.2, progressAt: 5 });
  const done = await markOpenedFromList([A, B], true);
  await db.posts.update(A, { progress: 0.6, progressAt: Date.now() + 1000 });
  await undo(done?.step);
  expect(await db.posts.get(A)).toMatchObject({ reading: 'unread', progress: 0.6, progressAt: expect.any(Number) });
  expect(await db.posts.get(B)).toMatchObject({ reading: 'unread', progress: 0.2, progressAt: 5 });
});

it('notes when posts were opened, also those that were read before', async () => {
  await db.posts.update(A, { reading: 'read', readingAt: 3 });
  expect(await markOpenedFromList([A, B], false)).toBeUndefined();
  expect((await db.posts.toArray()).map(({ openedAt }) => typeof openedAt)).toEqual(['number', 'number']);
});

async function readings(): Promise<string[]> {
  return (await db.posts.bulkGet([A, B])).map((row) => row?.reading ?? 'gone');
}

function post(id: PostId): LibraryPost {
  const told = { title: id, excerpt: '', categories: [], image: '', url: `https://engineering.atspotify.com/${id}` };
  return { id, ...told, date: '2025-09-01', reading: 'unread', readingAt: 0, order: 1 };
}
