import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFollowedIds } from '../../lib/list/followed-ids.ts';
import type { PostId, Reading } from '../../lib/post.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';
import { type ListQuery, listedIds } from '../../lib/store/lists.ts';
import { markPosts } from '../../lib/store/marks.ts';
import { undo } from '../../lib/store/undo.ts';
import { eventually } from './eventually.ts';

/** Of so many not all are read again. */
const COUNT = 1100;
const UNREAD: ListQuery = { view: 'unread', sort: 'newest' };
const LISTS: readonly ListQuery[] = [
  UNREAD,
  { view: 'unread', sort: 'oldest' },
  { view: 'all', sort: 'oldest', isWanted: ({ categories }) => categories.includes('Data') },
  { view: 'all', sort: 'newest' },
  { view: 'all', sort: 'opened' },
  { view: 'all', sort: 'newest', isCategory: (name) => name === 'Data' },
  { view: 'saved', sort: 'newest' },
];
const READINGS: readonly Reading[] = ['unread', 'read', 'archived'];
const getAllKeys = vi.spyOn(IDBIndex.prototype, 'getAllKeys');
let end = () => {};

beforeEach(async () => {
  await db.posts.clear();
  await db.posts.bulkAdd(Array.from({ length: COUNT }, (_, i) => post(i)));
});

afterEach(() => {
  end();
});

describe('the ids of a long list', () => {
  it('are not read again when a post is marked, or that undone', async () => {
    const ids = await follow(UNREAD);
    getAllKeys.mockClear();
    for (const i of [1, 501, COUNT - 1]) {
      await markPosts([idOf(i)], 'read');
      await eventually(() => expect(ids()).not.toContain(idOf(i)));
      await undo();
      await eventually(() => expect(ids()).toContain(idOf(i)));
    }
    expect(getAllKeys).not.toHaveBeenCalled();
    expect(ids()).toEqual(await listedIds(UNREAD));
  });

  it.each(LISTS)('stay those of the list whatever happens: %o', async (query) => {
    const ids = await follow(query);
    for (const change of changes()) {
      await change();
      const expected = await listedIds(query);
      await eventually(() => expect(ids()).toEqual(expected));
    }
  });

  it('follow changes that come faster than they are read', async () => {
    const ids = await follow(UNREAD);
    const before = ids().length;
    const marked = [3, 710, 4, 711, 5, 712].map(idOf);
    for (const id of marked) void markPosts([id], 'read');
    await eventually(() => expect(ids()).toHaveLength(before - marked.length));
    expect(ids()).toEqual(await listedIds(UNREAD));
  });
});

it('the ids of a long list follow each of many changes of what it is sorted by', async () => {
  const query: ListQuery = { view: 'all', sort: 'opened' };
  const ids = await follow(query);
  for (const i of [20, 21, 22]) void db.posts.update(idOf(i), { openedAt: i });
  await eventually(() => expect(ids().slice(0, 3)).toEqual([22, 21, 20].map(idOf)));
  for (const i of [23, 24, 25]) {
    await db.posts.update(idOf(i), { openedAt: i });
    await eventually(() => expect(ids()[0]).toBe(idOf(i)));
  }
});

/** Answers what is known of the list at last. */
async function follow(query: ListQuery): Promise<() => readonly PostId[]> {
  let known: readonly PostId[] = [];
  const subscription = liveQuery(createFollowedIds()(query)).subscribe((ids) => {
    known = ids;
  });
  end = () => subscription.unsubscribe();
  const first = await listedIds(query);
  await eventually(() => expect(known).toEqual(first));
  // What follows the changes is loaded when all have been read.
  await import('../../lib/store/patched-ids.ts');
  return () => known;
}

function changes(): Array<() => Promise<unknown>> {
  const newest = post(COUNT);
  return [
    () => markPosts([idOf(1), idOf(2), idOf(3)], 'read'),
    () => markPosts([idOf(2), idOf(999)], 'archived'),
    () => undo(),
    () => markPosts([idOf(7), idOf(8)], 'saved'),
    () => db.posts.update(idOf(7), { categories: ['People'] }),
    () => db.posts.update(idOf(9), { categories: ['Data'], openedAt: 5 }),
    () => db.posts.update(idOf(10), { date: '2026-01-01' }),
    () => db.posts.bulkAdd([newest, { ...post(COUNT + 1), date: newest.date, order: newest.order - 1 }]),
    // As a post that has got another address.
    () => db.transaction('rw', db.posts, () => Promise.all([db.posts.delete(idOf(11)), db.posts.put(post(COUNT + 2))])),
    () =>
      markPosts(
        Array.from({ length: 300 }, (_, i) => idOf(i)),
        'read',
      ),
    () => undo(),
    () => db.posts.update(idOf(12), { progress: 0.5, progressAt: 1 }),
    async () => {
      await db.posts.clear();
      await db.posts.bulkAdd([post(1), post(2), newest]);
    },
    () => db.posts.clear(),
  ];
}

function idOf(i: number): PostId {
  return `2025/${(i % 9) + 1}/post-${i}`;
}

function post(i: number): LibraryPost {
  const id = idOf(i);
  const url = `https://engineering.atspotify.com/${id}`;
  const date = `2025-0${(i % 9) + 1}-0${(i % 5) + 1}`;
  const categories = i % 3 ? ['Data'] : ['Web'];
  const reading = READINGS[i % 40 ? 0 : (i / 40) % 3] ?? 'unread';
  return { id, url, title: id, date, excerpt: '', categories, image: '', reading, readingAt: 0, order: i };
}
