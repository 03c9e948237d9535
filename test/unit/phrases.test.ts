import 'fake-indexeddb/auto';
import { beforeAll, expect, it, vi } from 'vitest';
import { type LibrarySearch, openLibrarySearch } from '../../lib/search/library-search.ts';
import { parseQuery } from '../../lib/search/query.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';

let search: LibrarySearch;

beforeAll(async () => {
  // The index is stored when the page is idle: here it never is.
  vi.stubGlobal('requestIdleCallback', () => 0);
  await db.posts.bulkAdd([
    post('teams', 'How teams ship', 'And how they test it.'),
    post('tests', 'How tests ship', 'And how teams write them.'),
    post('apart', 'How it goes', 'The teams test and ship.'),
  ]);
  search = await openLibrarySearch();
});

it.each([
  ['typed letter by letter', ['"h', '"ho', '"how', '"how t', '"how te', '"how tea'], 'teams tests'],
  ['with letters taken away again', ['"how teams s', '"how teams', '"how te'], 'teams tests'],
  ['after another', ['"how teams', '"how tests'], 'tests'],
  ['beside another', ['"how teams" "test', '"how teams" "tests ship"'], 'tests'],
  ['that is not wanted', ['"how te" -"how tests', '"how te" -"how tests ship"'], 'teams'],
  ['and then wanted', ['ship -"how teams"', '"how teams"'], 'teams tests'],
])('finds a phrase %s', async (_, typed, expected) => {
  let ids: readonly string[] = [];
  for (const text of typed) ({ ids } = await search.find(parseQuery(text))());
  const slugs = ids.map((id) => id.replace('2025/9/', ''));
  expect(slugs.sort().join(' ')).toBe(expected);
});

function post(slug: string, title: string, excerpt: string): LibraryPost {
  return {
    id: `2025/9/${slug}`,
    url: `https://engineering.atspotify.com/2025/9/${slug}`,
    title,
    excerpt,
    date: '2025-09-01',
    categories: [],
    image: '',
    order: 0,
    reading: 'unread',
    readingAt: 0,
  };
}
