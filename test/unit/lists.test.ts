import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { categoryKey } from '../../lib/blog/category.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';
import { countViews, firstListed, type ListQuery, listedIds, listedPosts } from '../../lib/store/lists.ts';

/** Newest first. */
const POSTS: readonly LibraryPost[] = [
  post('2025/9/a', { words: 500, categories: ['Data'] }),
  post('2025/8/b', { reading: 'read', readingAt: 5, bookmarked: true, bookmarkedAt: 7, categories: ['data', 'Web'] }),
  post('2025/7/c', { words: 900, openedAt: 3, progress: 0.5, progressAt: 4 }),
  post('2025/6/d', { reading: 'archived', openedAt: 9, bookmarked: false, bookmarkedAt: 8 }),
  post('2025/5/e', { words: 100, categories: ['Web'] }),
];

beforeEach(async () => {
  await db.posts.clear();
  await db.posts.bulkAdd([...POSTS]);
});

describe('a list', () => {
  it.each([
    ['unread', 'a c e'],
    ['saved', 'b'],
    ['begun', 'c'],
    ['archive', 'd'],
    ['all', 'a b c d e'],
  ] as const)('has the posts of the view %s, newest first', async (view, slugs) => {
    expect(await slugsOf({ view, sort: 'newest' })).toBe(slugs);
  });

  it.each([
    ['newest', 'a b c d e'],
    ['oldest', 'e d c b a'],
    ['longest', 'c a e b d'],
    ['shortest', 'e a c b d'],
    ['opened', 'd c a b e'],
  ] as const)('is sorted, %s first, and what lacks that comes last', async (sort, slugs) => {
    expect(await slugsOf({ view: 'all', sort })).toBe(slugs);
  });

  it('has the posts of a category, however its name is written', async () => {
    const isCategory = (name: string) => categoryKey(name) === 'data';
    expect(await slugsOf({ view: 'all', sort: 'newest', isCategory })).toBe('a b');
    expect(await slugsOf({ view: 'unread', sort: 'newest', isCategory })).toBe('a');
  });

  it('has what is wanted only', async () => {
    const isWanted = ({ categories }: LibraryPost) => categories.includes('Web');
    expect(await slugsOf({ view: 'unread', sort: 'newest', isWanted })).toBe('e');
    expect((await countViews(isWanted)).unread).toBe(1);
  });

  it.each([
    { view: 'unread', sort: 'newest' },
    { view: 'unread', sort: 'oldest' },
    { view: 'saved', sort: 'newest' },
    { view: 'all', sort: 'longest' },
    { view: 'all', sort: 'newest', isCategory: (name: string) => name === 'Web' },
  ] as const)('begins with the same posts when only the first are read: %o', async (query) => {
    const first = await firstListed(query, 2);
    expect(first.map(({ id }) => id)).toEqual((await listedIds(query)).slice(0, 2));
  });

  it('leaves out posts that have gone meanwhile', async () => {
    expect(await listedPosts(['2025/9/a', '2013/1/gone', '2025/5/e'])).toEqual([POSTS[0], POSTS[4]]);
  });

  it('is counted', async () => {
    expect(await countViews(undefined)).toEqual({ unread: 3, saved: 1, begun: 1, archive: 1, all: 5 });
  });
});

async function slugsOf(query: ListQuery): Promise<string> {
  return (await listedIds(query)).map((id) => id.split('/')[2]).join(' ');
}

function post(id: LibraryPost['id'], facts: Partial<LibraryPost>): LibraryPost {
  const [year, month] = id.split('/');
  const told = { title: id, excerpt: '', categories: [], image: '', url: `https://engineering.atspotify.com/${id}` };
  return {
    id,
    ...told,
    date: `${year}-0${month}-01`.replace('-012-', '-12-'),
    reading: 'unread',
    readingAt: 0,
    order: 1,
    ...facts,
  };
}
