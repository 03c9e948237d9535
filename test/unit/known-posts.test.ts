import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { PostId } from '../../lib/post.ts';
import { type KnownPosts, knownPosts } from '../../lib/search/known-posts.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';
import { markPosts } from '../../lib/store/marks.ts';
import { eventually } from './eventually.ts';

/** More than are read, and more than are noted as changed, at a time. */
const COUNT = 120;
const IDS = Array.from({ length: COUNT }, (_, i) => idOf(i));
const [FIRST, SECOND, LAST] = [idOf(0), idOf(1), idOf(COUNT - 1)];

let known: KnownPosts;

beforeEach(async () => {
  vi.stubGlobal('requestIdleCallback', setTimeout);
  await db.posts.clear();
  await db.posts.bulkAdd(IDS.map(post));
  known = knownPosts(IDS);
  await eventually(() => expect(known.postsOf(IDS)).toHaveLength(COUNT));
});

it('knows posts in the order that is asked for', () =>
  expect(known.postsOf([LAST, FIRST])?.map(({ id }) => id)).toEqual([LAST, FIRST]));

it('knows a post that has changed only once it is read again', async () => {
  await markPosts([FIRST], 'read');
  await eventually(() => expect(known.postsOf([FIRST, SECOND])).toBeUndefined());
  expect(known.postsOf([SECOND])).toHaveLength(1);
  await known.read([FIRST]);
  expect(known.postsOf([FIRST, SECOND])?.map(({ reading }) => reading)).toEqual(['read', 'unread']);
});

it('does not take what was read before a change for what is there after it', async () => {
  const bulkGet = db.posts.bulkGet.bind(db.posts);
  vi.spyOn(db.posts, 'bulkGet').mockImplementationOnce((ids: PostId[]) =>
    bulkGet(ids).then(async (posts) => {
      await markPosts([FIRST], 'read');
      await eventually(() => expect(known.postsOf([FIRST])).toBeUndefined());
      return posts;
    }),
  );
  expect((await known.read([FIRST])).map(({ reading }) => reading)).toEqual(['unread']);
  expect(known.postsOf([FIRST])).toBeUndefined();
});

it('knows none where it cannot be told which have changed', async () => {
  await markPosts(IDS, 'read');
  await eventually(() => expect(known.postsOf([LAST])).toBeUndefined());
});

it('does not know a list of which one has gone', async () => {
  await db.posts.delete(FIRST);
  await eventually(() => expect(known.postsOf([FIRST, SECOND])).toBeUndefined());
  expect((await known.read([FIRST, SECOND])).map(({ id }) => id)).toEqual([SECOND]);
});

function idOf(index: number): PostId {
  return `2025/9/post-${index}`;
}

function post(id: PostId, index: number): LibraryPost {
  const url = `https://engineering.atspotify.com/${id}`;
  const said = { id, url, title: id, date: '2025-09-01', excerpt: '', categories: [], image: '' };
  return { ...said, reading: 'unread', readingAt: 0, order: index };
}
