// @vitest-environment node
import { expect, test } from 'vitest';
import { createSite } from '../replica/site.ts';
import { count, get, items, listItems, matches } from './replica-helpers.ts';

test('home has 24 posts and the newest a second time', async () => {
  const { body } = await get(createSite('wordpress'), '/');
  expect(count(body, /<li class="post-\d+ post /g)).toBe(24);
  expect(matches(body, /<div class="main-post"> <a href="([^"]+)"/g)).toEqual([
    'https://engineering.atspotify.com/2024/10/how-we-generated-millions-of-content-annotations/',
  ]);
  expect(count(body, /data-category-id="\d+"/g)).toBe(15);
  expect(body).toContain('/category/maching-learning/');
  expect(body).toContain('<a href="javascript:void(0)" class="loadmore">Load More</a>');
  expect(body).toContain('title="Data Platform Explained Part II "');
});

test('Load More gets the rest as list items', async () => {
  const { body } = await get(createSite('wordpress'), '/wp-admin/admin-ajax.php?page=2');
  expect(listItems(body)).toHaveLength(4);
  expect((await get(createSite('wordpress'), '/wp-admin/admin-ajax.php?page=3')).body).toBe('');
});

test('the feed has ten posts with categories and text', async () => {
  const site = createSite('wordpress');
  const {
    body,
    headers: { etag = '' },
  } = await get(site, '/feed/');
  expect(items(body)).toHaveLength(10);
  expect(items(body)[0]).toContain('<category><![CDATA[Machine Learning]]></category>');
  expect(items(body)[0]).toContain('<content:encoded><![CDATA[<p>');
  expect((await get(site, '/feed/', { 'if-none-match': etag })).status).toBe(304);
});

test.each([
  ['/feed', '/feed/'],
  ['/2024/4/data-platform-explained', '/2024/04/data-platform-explained/'],
  ['/category/data', '/category/data/'],
])('%s is redirected to %s', async (from, to) => {
  const {
    status,
    headers: { location },
  } = await get(createSite('wordpress'), from);
  expect([status, location]).toEqual([301, `https://engineering.atspotify.com${to}`]);
});

test('articles link the other part and show pictures from where WordPress kept them', async () => {
  const { body } = await get(createSite('wordpress'), '/2024/04/data-platform-explained/');
  expect(body).toContain('href="https://engineering.atspotify.com/2024/05/data-platform-explained-part-ii/"');
  expect(body).toContain('src="https://storage.googleapis.com/production-eng/1/2024/04/figure-1.png"');
});

test('categories list their posts', async () => {
  const { body } = await get(createSite('wordpress'), '/category/maching-learning/');
  expect(listItems(body)).not.toHaveLength(0);
  expect(listItems(body).every(({ tags }) => tags.includes('Machine Learning'))).toBe(true);
  expect((await get(createSite('wordpress'), '/category/none/')).status).toBe(404);
});

test('tags list their posts, under a name that is spelt right', async () => {
  const site = createSite('wordpress');
  const { body } = await get(site, '/tag/machine-learning/');
  expect(body).toContain('<h1>Tag Archive: Machine Learning</h1>');
  expect(listItems(body)).toEqual(listItems((await get(site, '/category/maching-learning/')).body));
  expect((await get(site, '/tag/maching-learning/')).status).toBe(404);
  expect((await get(site, '/tag/data')).headers['location']).toMatch(/\/tag\/data\/$/);
});

test('a search lists what it finds, which may be nothing', async () => {
  const site = createSite('wordpress');
  const { status, body } = await get(site, '/?s=explained+DATA');
  expect(status).toBe(200);
  expect(body).toContain('<h1>2 Search Results for explained DATA</h1>');
  expect(body).toContain('<body class="search search-results"');
  expect(listItems(body).map(({ title }) => title.trim())).toEqual([
    'Data Platform Explained Part II',
    'Data Platform Explained Part I',
  ]);
  const none = await get(site, '/?s=%3Cb%3Enone%3C/b%3E');
  expect([none.status, count(none.body, /<li class="post-/g)]).toEqual([200, 0]);
  expect(none.body).toContain('<h1>0 Search Results for &lt;b&gt;none&lt;/b&gt;</h1>');
  expect(none.body).toContain('Sorry, nothing to display.');
});

test('each post has an author, whose page lists it', async () => {
  const site = createSite('wordpress');
  site.catalogue.addMany(50);
  const addresses = new Set<string>();
  for (const { id } of site.catalogue.posts('wordpress').slice(0, 40)) {
    const [year, month = '', slug] = id.split('/');
    const path = `/${year}/${month.padStart(2, '0')}/${slug}/`;
    const [author = ''] = matches((await get(site, path)).body, /<a href="([^"]+)" rel="author">/g);
    const { status, body } = await get(site, author);
    expect([status, listItems(body).some(({ href }) => href.endsWith(path))]).toEqual([200, true]);
    addresses.add(author);
  }
  expect(addresses.size).toBeGreaterThan(4);
  const heading = matches((await get(site, [...addresses][0] ?? '')).body, /<h1>(.*?)<\/h1>/g);
  expect(heading).toEqual([expect.stringMatching(/^Author Archives for \w+ \w+$/)]);
  expect((await get(site, '/author/nobody/')).status).toBe(404);
});

test('an author keeps a post that moves', async () => {
  const site = createSite('wordpress');
  const author = async (path: string) => matches((await get(site, path)).body, /rel="author">([^<]+)/g);
  const before = await author('/2024/04/data-platform-explained/');
  site.catalogue.move('2024/4/data-platform-explained', { slug: 'explained' });
  expect(await author('/2024/04/explained/')).toEqual(before);
});

test('years list their posts, all of them', async () => {
  const site = createSite('wordpress');
  const { body } = await get(site, '/2023/');
  expect(listItems(body).map(({ date }) => date.slice(-4))).toEqual(Array(16).fill('2023'));
  expect((await get(site, '/2013/')).status).toBe(404);
});

test('home has nothing to ask later by', async () => {
  const { headers } = await get(createSite('wordpress'), '/');
  expect(Object.keys(headers)).toEqual(['content-type', 'cache-control']);
});

test('a published post is there in both eras', async () => {
  const site = createSite('wordpress');
  const { id } = site.catalogue.publish({ title: 'Fresh', date: '2026-11-02' });
  expect(listItems((await get(site, '/')).body)[0]?.href).toBe('https://engineering.atspotify.com/2026/11/fresh/');
  site.era = 'today';
  expect((await get(site, `/${id}`)).status).toBe(200);
});
