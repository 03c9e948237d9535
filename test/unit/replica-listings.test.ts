// @vitest-environment node
import { expect, test } from 'vitest';
import { createSite, type Site } from '../replica/site.ts';
import { cards, get } from './replica-helpers.ts';

async function data(site: Site, address: string) {
  const { status, body } = await get(site, `/_next/data/replica/${address}`);
  return { status, ...JSON.parse(body).pageProps };
}

test('a search lists the posts that have each of its words in title or excerpt', async () => {
  const site = createSite();
  const { status, body } = await get(site, '/search?q=DATA+explained');
  expect(status).toBe(200);
  expect(body).toContain('<h1>Search results for “DATA explained”</h1>');
  expect(cards(body).map(({ title }) => title.trim())).toEqual([
    'Data Platform Explained Part II',
    'Data Platform Explained Part I',
  ]);
  expect(cards((await get(site, '/search?q=weekend+catalog')).body)).toHaveLength(1);
  expect(cards((await get(site, '/search')).body)).toHaveLength(12);
});

test('a search may find nothing, and shows its words as text', async () => {
  const { status, body } = await get(createSite(), '/search?q=%22%3Cb%3E%22+%26+%3C/script%3E');
  expect([status, cards(body)]).toEqual([200, []]);
  expect(body).toContain('<h1>Search results for “&quot;&lt;b&gt;&quot; &amp; &lt;/script&gt;”</h1>');
  expect(body).toContain('No posts found.');
  expect(body.match(/<b>|<\/script>/g)).toEqual(['</script>', '</script>']);
});

test('a category lists the same cards as its tag', async () => {
  const site = createSite();
  const category = await get(site, '/category/data-science');
  expect(category.body).toContain('<h1>Category archive: Data Science</h1>');
  expect(cards(category.body)).toEqual(cards((await get(site, '/tag/data-science')).body));
  expect((await get(site, '/category/no-such')).status).toBe(404);
  expect((await get(site, '/category/data-science/')).headers['location']).toBe('/category/data-science');
});

test.each([
  ['search.json?q=with', 'Search results for “with”'],
  ['category/data.json', 'Category archive: Data'],
  ['tag/data.json', 'Tag archive: Data'],
])('%s has the data for a navigation, and for Load More', async (address, heading) => {
  const site = createSite();
  const page = await data(site, address);
  expect([page.status, page.heading, page.cards.length, page.more]).toEqual([200, heading, 12, true]);
  const next = await data(site, `${address}${address.includes('?') ? '&' : '?'}skip=12`);
  expect(next.cards[0].href).not.toBe(page.cards[0].href);
  expect(next.more).toBe(false);
});

test('nothing found is data too, other than a category that is not there', async () => {
  const site = createSite();
  expect(await data(site, 'search.json?q=no-such-word')).toMatchObject({ status: 200, cards: [], more: false });
  expect(await data(site, 'category/no-such.json')).toMatchObject({ status: 404, kind: 'missing' });
});

test.each(['/search?q=data', '/category/data', '/_next/data/replica/search.json'])('%s is a listing', async (path) => {
  const site = createSite();
  site.setFault('listing', { kind: 'status', status: 503 });
  expect((await get(site, path)).status).toBe(503);
});

test('every kind of listing shows as many cards as it is told to, and Load More twelve', async () => {
  const site = createSite();
  site.catalogue.addMany(1000);
  site.settings.pageSize = 30;
  for (const path of ['/tag/data', '/category/data', '/2018/', '/search?q=how']) {
    expect(cards((await get(site, path)).body)).toHaveLength(30);
  }
  expect(cards((await get(site, '/')).body)).toHaveLength(31);
  expect((await data(site, 'index.json')).cards).toHaveLength(30);
  expect((await data(site, 'index.json?skip=30')).cards).toHaveLength(12);
});

test('ten thousand cards take seconds at most', async () => {
  const site = createSite();
  const begin = process.threadCpuUsage();
  site.catalogue.addMany(10_000);
  site.settings.pageSize = 10_000;
  const { body } = await get(site, '/');
  expect(process.threadCpuUsage(begin).user / 1000).toBeLessThan(10_000);
  expect(new Set(cards(body).map(({ href }) => href)).size).toBe(10_001);
});
