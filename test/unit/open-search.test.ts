import 'fake-indexeddb/auto';
import { beforeAll, expect, it, vi } from 'vitest';
import { live } from '../../lib/live.ts';
import { openSearch, type Search } from '../../lib/search/open-search.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';
import { eventually } from './eventually.ts';

const MANNER = { isOldestFirst: false, seen: 2 };

let search: Search;

beforeAll(async () => {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work));
  await db.posts.bulkAdd([
    post('told', 'How teams ship'),
    post('untold', 'Another one', true),
    post('unsaved', 'How so'),
  ]);
  await db.texts.add({ id: '2025/9/untold', text: 'It tells how it went.', authors: [] });
  search = await openSearch();
});

it('finds the same posts, for the same reasons, urgently and not', async () => {
  const find = search.find('how', { ...MANNER, seen: 3 });
  const read = vi.spyOn(db.posts, 'bulkGet');
  const urgent = await vi.waitFor(async () => {
    read.mockClear();
    const found = await find(true);
    expect(read).not.toHaveBeenCalled();
    return found;
  });
  const { first, reasons } = await find();
  expect(read).toHaveBeenCalled();
  expect(urgent.first).toEqual(first);
  expect([...urgent.reasons]).toEqual([...reasons]);
  expect([...reasons]).toEqual([['2025/9/untold', 'It tells how it went.']]);
});

it('follows what it has found, once it has answered urgently', async () => {
  let followed = 0;
  const answer = live(
    () => {
      const find = search.find('how', MANNER);
      return async (isUrgent?: boolean) => {
        const found = await find(isUrgent);
        followed += isUrgent ? 0 : 1;
        return found;
      };
    },
    { isUrgent: true },
  );
  await eventually(() => expect(followed).toBe(1));
  await db.posts.update('2025/9/told', { openedAt: 5 });
  await eventually(() => {
    const { value } = answer.value as { value: { first: readonly LibraryPost[] } };
    expect(value.first.find(({ id }) => id === '2025/9/told')?.openedAt).toBe(5);
  });
});

function post(slug: string, title: string, bookmarked = false): LibraryPost {
  const id = `2025/9/${slug}` as const;
  const url = `https://engineering.atspotify.com/${id}`;
  const said = { id, url, title, date: '2025-09-01', excerpt: '', categories: [], image: '' };
  return { ...said, reading: 'unread', readingAt: 0, order: 0, bookmarked };
}
