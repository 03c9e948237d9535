// @vitest-environment node
import { expect, test } from 'vitest';
import { createSite } from '../replica/site.ts';
import { cards, count, get, items, matches } from './replica-helpers.ts';

test('home has one sticky post and twelve cards, and Load More the rest', async () => {
  const site = createSite();
  const { body } = await get(site, '/');
  expect(count(body, /<section class="sticky-post">/g)).toBe(1);
  expect(count(body, /<div class="post-card">/g)).toBe(12);
  expect(body).toContain('<button type="button" class="btn-load-more">Load More</button>');
  expect(cards(body)[0]).toMatchObject({
    href: '/2025/9/spotifys-experiments-with-learning-framework',
    date: 'Sep 23, 2025',
    tags: ['Data Science', 'Data', 'Machine Learning', 'Platform'],
  });

  const next = JSON.parse((await get(site, '/_next/data/replica/index.json?skip=12')).body).pageProps;
  expect([next.cards.length, next.more]).toEqual([12, true]);
  const last = JSON.parse((await get(site, '/_next/data/replica/index.json?skip=24')).body).pageProps;
  expect([last.cards.length, last.more]).toEqual([10, false]);
});

test('the page number in the query changes nothing', async () => {
  const site = createSite();
  expect((await get(site, '/?page=2')).body).toBe((await get(site, '/')).body);
});

test('the data for hydration cannot close its script', async () => {
  const site = createSite();
  site.catalogue.publish({ title: 'Beware of </script><b>' });
  const { body } = await get(site, '/');
  const data = /<script id="__NEXT_DATA__" type="application\/json">(.*?)<\/script>/s.exec(body)?.[1] ?? '';
  expect(JSON.parse(data).props.pageProps.featured.title).toBe('Beware of </script><b>');
});

test('the feed has the five newest posts, and 304 for who has it', async () => {
  const site = createSite();
  const first = await get(site, '/feed');
  expect(items(first.body)).toHaveLength(5);
  expect(first.body).not.toContain('<category>');
  const { etag = '', 'last-modified': modified = '' } = first.headers;
  expect((await get(site, '/feed', { 'if-none-match': etag })).status).toBe(304);
  expect((await get(site, '/feed', { 'if-modified-since': modified })).status).toBe(304);
  expect((await get(site, '/feed', { 'if-none-match': '"else"', 'if-modified-since': modified })).status).toBe(200);

  site.catalogue.publish({ title: 'Fresh' });
  expect((await get(site, '/feed', { 'if-none-match': etag })).status).toBe(200);
  expect((await get(site, '/feed', { 'if-modified-since': modified })).status).toBe(200);
});

test('home has a weak tag, and 304 for who has it', async () => {
  const site = createSite();
  const { etag = '', 'last-modified': modified } = (await get(site, '/')).headers;
  expect([etag.slice(0, 3), modified]).toEqual(['W/"', undefined]);
  const known = await get(site, '/', { 'if-none-match': `"else", ${etag}` });
  expect([known.status, known.headers['etag'], known.body]).toEqual([304, etag, '']);
  expect((await get(site, '/', { 'if-none-match': etag.slice(2) })).status).toBe(304);
  expect((await get(site, '/', { 'if-none-match': '"else"' })).status).toBe(200);
  expect((await get(site, '/', { 'if-modified-since': new Date().toUTCString() })).status).toBe(200);

  site.catalogue.edit(site.catalogue.posts('today')[12]?.id ?? '', { title: 'Not the Same' });
  expect((await get(site, '/', { 'if-none-match': etag })).status).toBe(200);
});

const DALIA = 'are-you-a-dalia-how-we-created-data-science-personas-for-spotifys-analytics-platform';

test.each([
  ['/feed/', '/feed'],
  [`/2024/09/${DALIA}/`, `/2024/9/${DALIA}`],
  [`/2024/09/05/${DALIA}/`, `/2024/9/${DALIA}`],
  [`/2024/9/${DALIA}/?utm_source=x`, `/2024/9/${DALIA}?utm_source=x`],
  ['/tag/backstage/', '/tag/backstage'],
])('%s is redirected to %s', async (from, to) => {
  const {
    status,
    headers: { location },
  } = await get(createSite(), from);
  expect([status, location]).toEqual([308, to]);
});

test('http is redirected to https', async () => {
  const {
    status,
    headers: { location },
  } = await get(createSite(), 'http://engineering.atspotify.com/feed');
  expect([status, location]).toEqual([308, 'https://engineering.atspotify.com/feed']);
});

test('tags and years list their posts', async () => {
  const site = createSite();
  const tag = await get(site, '/tag/backstage');
  expect(tag.body).toContain('<h1>Tag archive: Backstage</h1>');
  expect(cards(tag.body).every(({ tags }) => tags.includes('Backstage'))).toBe(true);
  expect(cards((await get(site, '/2025/')).body).map(({ date }) => date.slice(-4))).toEqual(Array(5).fill('2025'));
  expect((await get(site, '/tag/no-such')).status).toBe(404);
  expect((await get(site, '/2025/9/no-such-post')).status).toBe(404);
});

test('a year shows twelve of its posts, and Load More the rest', async () => {
  const site = createSite();
  const { body } = await get(site, '/2023/');
  expect(body).toContain('<h1>2023</h1>');
  expect(cards(body).map(({ date }) => date.slice(-4))).toEqual(Array(12).fill('2023'));
  expect(body).toContain('class="btn-load-more"');
  expect((await get(site, '/2023')).status).toBe(200);
  const rest = JSON.parse((await get(site, '/_next/data/replica/2023.json?skip=12')).body).pageProps;
  expect([rest.cards.length, rest.more]).toEqual([4, false]);
});

test('a year without posts is not there', async () => {
  const site = createSite();
  expect((await get(site, '/2013/')).status).toBe(404);
  site.catalogue.addOld({ title: 'Backbone', date: '2013-06-04' });
  expect(cards((await get(site, '/2013/')).body).map(({ href }) => href)).toEqual(['/2013/6/backbone']);
});

test('an article has everything that a reader has to cope with, and is always the same', async () => {
  const { body } = await get(
    createSite(),
    '/2023/7/bringing-sequential-testing-to-experiments-with-longitudinal-data-part-1-the-peeking-problem-2-0',
  );
  for (const element of [
    '<h2>',
    '<h3>',
    '<ul>',
    '<ol>',
    '<pre><code>',
    '<table>',
    '<figcaption><i>',
    'related-posts',
  ]) {
    expect(body).toContain(element);
  }
  expect(body).toMatch(/<a href="\/2023\/7\/[a-z-]+part-2-sequential-testing">/);
  expect(body).toMatch(/<a href="https:\/\/engineering\.atspotify\.com\/\d{4}\/\d\d\/[^"]+\/(\?utm_source=blog)?">/);
  expect(body).toContain('/_next/image?url=%2F%2Fimages.ctfassets.net%2Fp762jor363g1%2F');
  const path = new URL(/<link rel="canonical" href="([^"]+)"/.exec(body)?.[1] ?? 'x:').pathname;
  expect((await get(createSite(), path)).body).toBe(body);
});

test('entries are paged, newest first, and filtered by title', async () => {
  const site = createSite();
  const entries = async (query: string) => JSON.parse((await get(site, `/api/entries?${query}`)).body);
  const all = await entries('content_type=blogPost&limit=500');
  expect([all.total, all.items.length, all.limit]).toEqual([35, 35, 100]);
  const page = await entries('content_type=blogPost&limit=2&skip=1');
  expect(page.total).toBe(35);
  expect(page.items).toEqual(all.items.slice(1, 3));
  expect((await entries('content_type=blogPost&query=BACKSTAGE')).total).toBe(2);
  expect((await entries('content_type=author')).total).toBe(0);
  expect((await get(site, '/api/entries?content_type=blogPost&limit=-1')).status).toBe(400);
});

test('pictures are drawn for the two hosts of the blog, and for no other', async () => {
  const site = createSite();
  const [src = ''] = matches((await get(site, '/')).body, /src="(\/_next\/image[^"]+)"/g);
  const picture = await get(site, src.replaceAll('&amp;', '&'));
  expect(picture.headers['content-type']).toBe('image/png');
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect((await get(site, '/_next/image?url=https%3A%2F%2Fexample.org%2Fa.png&w=640&q=75')).status).toBe(400);
  expect((await get(site, 'https://storage.googleapis.com/production-eng/1/a.png')).status).toBe(200);
});

test('a post is published and edited everywhere at once', async () => {
  const site = createSite();
  const post = site.catalogue.publish({ title: 'Two & two “make” five', categories: ['Web'], date: '2026-03-07' });
  expect(post).toMatchObject({ id: '2026/3/two-two-make-five', date: '2026-03-07' });
  const home = cards((await get(site, '/')).body);
  expect(home).toHaveLength(13);
  expect(home[0]).toMatchObject({ title: 'Two & two “make” five', date: 'Mar 7, 2026', tags: ['Web'] });
  expect(items((await get(site, '/feed')).body)[0]).toContain('Two & two “make” five');
  expect(cards((await get(site, '/tag/web')).body)).toHaveLength(2);
  expect((await get(site, '/2026/3/two-two-make-five')).status).toBe(200);

  site.catalogue.edit(post.id, { title: 'Two and two', categories: ['Data'] });
  expect(cards((await get(site, '/')).body)[0]).toMatchObject({
    title: 'Two and two',
    tags: ['Data'],
    href: `/${post.id}`,
  });
  expect(site.catalogue.publish({ title: 'Two and two', slug: 'two-two-make-five', date: '2026-03-07' }).id).toBe(
    `${post.id}-2`,
  );
});
