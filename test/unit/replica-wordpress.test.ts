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
