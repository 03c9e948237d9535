import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PostId } from '../../lib/post.ts';
import { type PostMemory, rememberPosts } from '../../lib/search/post-memory.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';
import { markPosts } from '../../lib/store/marks.ts';
import { eventually } from './eventually.ts';

/** More than are read, and more than are noted as changed, at a time. */
const COUNT = 120;
const IDS = Array.from({ length: COUNT }, (_, i) => idOf(i));
const [FIRST, SECOND, LAST] = [idOf(0), idOf(1), idOf(COUNT - 1)];

let memory: PostMemory;

beforeEach(async () => {
  vi.stubGlobal('requestIdleCallback', setTimeout);
  await db.posts.clear();
  await db.posts.bulkAdd(IDS.map(post));
  memory = rememberPosts(async () => IDS);
  await eventually(() => expect(memory.postsOf(IDS)).toHaveLength(COUNT));
});

afterEach(() => void vi.restoreAllMocks());

it('knows posts in the order that is asked for', () =>
  expect(memory.postsOf([LAST, FIRST])?.map(({ id }) => id)).toEqual([LAST, FIRST]));

it('knows a post that has changed only once it is read again', async () => {
  await markPosts([FIRST], 'read');
  await eventually(() => expect(memory.postsOf([FIRST, SECOND])).toBeUndefined());
  expect(memory.postsOf([SECOND])).toHaveLength(1);
});

it('knows from then on what is read again, and what was not changed', async () => {
  await markPosts([FIRST], 'read');
  await memory.read([FIRST]);
  expect(memory.postsOf([FIRST, SECOND])?.map(({ reading }) => reading)).toEqual(['read', 'unread']);
});

it('does not take what was read before a change for what is there after it', async () => {
  const bulkGet = db.posts.bulkGet.bind(db.posts);
  vi.spyOn(db.posts, 'bulkGet').mockImplementationOnce((ids: PostId[]) =>
    bulkGet(ids).then(async (posts) => {
      await markPosts([FIRST], 'read');
      await eventually(() => expect(memory.postsOf([FIRST])).toBeUndefined());
      return posts;
    }),
  );
  expect((await memory.read([FIRST])).map(({ reading }) => reading)).toEqual(['unread']);
  expect(memory.postsOf([FIRST])).toBeUndefined();
});

it('knows none where it cannot be told which have changed, until all are read again', async () => {
  vi.stubGlobal('requestIdleCallback', (resolve: () => void) => idle.push(resolve));
  const idle: (() => void)[] = [];
  await markPosts(IDS.slice(0, -1), 'read');
  await eventually(() => expect(memory.postsOf([LAST])).toBeUndefined());
  await eventually(() => {
    idle.shift()?.();
    expect(memory.postsOf(IDS)).toHaveLength(COUNT);
  });
});

it('does not know a list of which one has gone', async () => {
  await db.posts.delete(FIRST);
  await eventually(() => expect(memory.postsOf([FIRST, SECOND])).toBeUndefined());
  expect((await memory.read([FIRST, SECOND])).map(({ id }) => id)).toEqual([SECOND]);
});

function idOf(index: number): PostId {
  return `2025/9/post-${index}`;
}

function post(id: PostId, index: number): LibraryPost {
  const url = `https://engineering.atspotify.com/${id}`;
  const said = { id, url, title: id, date: '2025-09-01', excerpt: '', categories: [], image: '' };
  return { ...said, reading: 'unread', readingAt: 0, order: index };
}
