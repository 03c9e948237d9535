// @vitest-environment node
import { expect, test } from 'vitest';
import { createSite, type Site } from '../replica/site.ts';
import { cards, get, items, matches } from './replica-helpers.ts';

const OUTAGE = '2025/5/incident-report-spotify-outage-on-april-16-2025';

function ids(site: Site): string[] {
  return site.catalogue.posts(site.era).map(({ id }) => id);
}

/** Where the address leads, and what is there in the end. */
async function follow(site: Site, address: string): Promise<(string | number | undefined)[]> {
  const { status, headers } = await get(site, address);
  const location = headers['location'];
  return [status, location, location === undefined ? undefined : (await get(site, location)).status];
}

test('an edited date moves the post among the others, and leaves its address', async () => {
  const site = createSite();
  site.catalogue.edit(OUTAGE, { date: '2025-10-01' });
  expect(cards((await get(site, '/')).body)[0]).toMatchObject({ href: `/${OUTAGE}`, date: 'Oct 1, 2025' });
  expect(items((await get(site, '/feed')).body)[0]).toContain('<pubDate>Wed, 01 Oct 2025 14:00:00 GMT</pubDate>');
  site.catalogue.edit(OUTAGE, { date: '2024-12-24' });
  expect(ids(site).indexOf(OUTAGE)).toBe(4);
  expect((await get(site, `/${OUTAGE}`)).status).toBe(200);
});

test('a post that moves is found under each of its addresses, and is the same post', async () => {
  const site = createSite();
  const before = cards((await get(site, '/')).body)[1];
  const post = site.catalogue.move(OUTAGE, { slug: 'what-went-wrong' });
  expect(post).toMatchObject({ id: '2025/5/what-went-wrong', date: '2025-05-09' });
  const page = await get(site, '/');
  expect(cards(page.body)[1]).toEqual({ ...before, href: '/2025/5/what-went-wrong' });
  for (const form of [OUTAGE, `${OUTAGE}/`, OUTAGE.replace('/5/', '/05/'), OUTAGE.replace('/5/', '/05/09/')]) {
    expect(await follow(site, `/${form}?utm_source=x`)).toEqual([308, '/2025/5/what-went-wrong?utm_source=x', 200]);
  }
  expect((await get(site, `/_next/data/replica/${OUTAGE}.json`)).status).toBe(404);

  const dated = site.catalogue.move(post.id, { date: '2025-10-02' });
  expect(dated.id).toBe('2025/10/what-went-wrong');
  expect(ids(site)[0]).toBe(dated.id);
  expect(await follow(site, `/${OUTAGE}`)).toEqual([308, `/${dated.id}`, 200]);
  expect(await follow(site, `/${post.id}`)).toEqual([308, `/${dated.id}`, 200]);
});

test('a post that moves keeps its text and its pictures', async () => {
  const site = createSite();
  const content = async (id: string) => {
    const { body } = await get(site, `/${id}`);
    return [matches(body, /(<div class="post__content">.*?)<\/article>/gs), matches(body, /<img src="([^"]+)"/g)];
  };
  const before = await content(OUTAGE);
  expect(await content(site.catalogue.move(OUTAGE, { slug: 'elsewhere' }).id)).toEqual(before);
});

test('a post that moves back is found again', async () => {
  const site = createSite();
  const there = site.catalogue.move(OUTAGE, { slug: 'there' });
  expect(site.catalogue.move(there.id, { slug: OUTAGE.split('/')[2] ?? '' }).id).toBe(OUTAGE);
  expect((await get(site, `/${OUTAGE}`)).status).toBe(200);
  expect(await follow(site, `/${there.id}`)).toEqual([308, `/${OUTAGE}`, 200]);
});

test('WordPress too leads to where a post has moved', async () => {
  const site = createSite('wordpress');
  const { id } = site.catalogue.publish({ title: 'Fresh', date: '2026-11-02' });
  site.catalogue.move(id, { slug: 'stale' });
  const blog = 'https://engineering.atspotify.com';
  expect(await follow(site, '/2026/11/fresh/')).toEqual([301, `${blog}/2026/11/stale/`, 200]);
});

test('an unpublished post is gone from everything', async () => {
  const site = createSite();
  const { title = '' } = site.catalogue.posts('today').find(({ id }) => id === OUTAGE) ?? {};
  site.catalogue.move(OUTAGE, { slug: 'soon-gone' });
  site.catalogue.unpublish('2025/5/soon-gone');
  expect((await get(site, '/2025/5/soon-gone')).status).toBe(404);
  expect(await follow(site, `/${OUTAGE}`)).toEqual([308, '/2025/5/soon-gone', 404]);
  for (const path of ['/', '/feed', '/2025/', '/tag/infrastructure', '/api/entries?content_type=blogPost']) {
    const { status, body } = await get(site, path);
    expect([status, body.includes(title)]).toEqual([200, false]);
  }
});

test('an old post goes to its place by date', async () => {
  const site = createSite();
  const newest = ids(site)[0];
  const post = site.catalogue.addOld({ title: 'Long Ago', date: '2024-11-26' });
  expect(post).toMatchObject({ id: '2024/11/long-ago', date: '2024-11-26' });
  expect([ids(site)[0], ids(site).indexOf(post.id)]).toEqual([newest, 6]);
  site.era = 'wordpress';
  expect(ids(site)[0]).toBe(post.id);
  expect(site.catalogue.addOld({ title: 'Long Ago', date: '2024-11-26' }).id).toBe('2024/11/long-ago-2');
});

test('many old posts are added at once: varied, older than the others, and the same for the same seed', () => {
  const { catalogue } = createSite();
  const [before, begin] = [catalogue.posts('wordpress').length, process.threadCpuUsage()];
  const many = catalogue.addMany(1000);
  expect(process.threadCpuUsage(begin).user / 1000).toBeLessThan(1000);
  const all = catalogue.posts('today');
  expect(catalogue.posts('wordpress')).toHaveLength(before + 1000);
  expect(new Set(all.map(({ id }) => id)).size).toBe(1035);
  expect(all.slice(35).map(({ id }) => id)).toEqual(expect.arrayContaining(many.map(({ id }) => id)));
  expect(new Set(many.map(({ title }) => title)).size).toBeGreaterThan(900);
  expect(new Set(many.map(({ date }) => date.slice(0, 4))).size).toBe(11);
  expect(new Set(many.flatMap(({ categories }) => categories)).size).toBe(11);
  expect(createSite().catalogue.addMany(1000)).toEqual(many);
  expect(createSite().catalogue.addMany(1000, 'others')).not.toEqual(many);
  expect(catalogue.addMany(1000).filter(({ id }) => many.some((post) => post.id === id))).toEqual([]);
});

test('whoever asks between two changes sees two versions of the feed', async () => {
  const site = createSite();
  const modified = async () => (await get(site, '/feed')).headers['last-modified'];
  site.catalogue.publish({ title: 'First' });
  const first = await modified();
  site.catalogue.publish({ title: 'Second' });
  expect(await modified()).not.toBe(first);
});

test('hundreds of posts are published quickly and in order, and the feed is not dated ahead', async () => {
  const site = createSite();
  const begin = process.threadCpuUsage();
  for (let i = 1; i <= 500; i++) site.catalogue.publish({ title: `Number ${i}` });
  expect(process.threadCpuUsage(begin).user / 1000).toBeLessThan(1000);
  expect(cards((await get(site, '/')).body).map(({ title }) => title)).toEqual(
    Array.from({ length: 13 }, (_, index) => `Number ${500 - index}`),
  );
  const modified = Date.parse((await get(site, '/feed')).headers['last-modified'] ?? '');
  expect(modified).toBeLessThan(Date.now() + 2000);
});

test.each(['edit', 'move', 'unpublish'] as const)('to %s a post that is not there is a mistake', (change) => {
  const { catalogue } = createSite();
  expect(() => catalogue[change]('2025/1/none', {})).toThrow('The replica has no post 2025/1/none');
});
