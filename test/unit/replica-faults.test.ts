// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { createSite } from '../replica/site.ts';
import type { Part } from '../replica/types.ts';
import { get } from './replica-helpers.ts';

const PARTS: Record<Part, string> = {
  feed: '/feed',
  home: '/',
  article: '/2025/5/incident-report-spotify-outage-on-april-16-2025',
  listing: '/tag/backstage',
  year: '/2024/',
  entries: '/api/entries?content_type=blogPost',
  image: '/_next/image?url=https%3A%2F%2Fimages.ctfassets.net%2Fa.png&w=640&q=75',
  script: '/_next/static/chunks/main.js',
};

describe.each(Object.entries(PARTS) as [Part, string][])('%s', (part, path) => {
  test.each([304, 404, 500, 503])('answers %i', async (status) => {
    const site = createSite();
    site.setFault(part, { kind: 'status', status });
    expect((await get(site, path)).status).toBe(status);
    site.setFault(part, undefined);
    expect((await get(site, path)).status).toBe(200);
  });

  test('answers 429 with Retry-After', async () => {
    const site = createSite();
    site.setFault(part, { kind: 'status', status: 429, retryAfter: '120' });
    expect(await get(site, path)).toMatchObject({ status: 429, headers: { 'retry-after': '120' } });
  });

  test('answers slowly', async () => {
    const site = createSite();
    site.setFault(part, { kind: 'slow', ms: 60 });
    const begin = performance.now();
    expect((await get(site, path)).status).toBe(200);
    expect(performance.now() - begin).toBeGreaterThan(50);
  });

  test('answers with something broken', async () => {
    const site = createSite();
    const good = await get(site, path);
    site.setFault(part, { kind: 'broken' });
    const bad = await get(site, path);
    expect(bad.status).toBe(200);
    expect(bad.headers['content-type']).toBe(good.headers['content-type']);
    expect(bad.body).not.toBe(good.body);
  });

  test('breaks off in the middle of the body', async () => {
    const site = createSite();
    site.setFault(part, { kind: 'truncated' });
    const { bytes, headers } = await get(site, path);
    expect(bytes.length).toBeLessThan(Number(headers['content-length']));
  });

  test('answers with a page of somebody else', async () => {
    const site = createSite();
    site.setFault(part, { kind: 'html' });
    expect((await get(site, path)).body).toContain('Sign in to the network');
  });

  test('answers with something else', async () => {
    const site = createSite();
    const good = await get(site, path);
    site.setFault(part, { kind: 'replace', body: 'Else' });
    expect(await get(site, path)).toMatchObject({ status: 200, body: 'Else' });
    expect((await get(site, path)).headers['content-type']).toBe(good.headers['content-type']);
    site.setFault(part, { kind: 'replace', body: Buffer.from([1]), contentType: 'image/gif', status: 206 });
    const { status, bytes, headers } = await get(site, path);
    expect([status, [...bytes], headers['content-type']]).toEqual([206, [1], 'image/gif']);
  });

  test('answers hugely', async () => {
    const site = createSite();
    const type = (await get(site, path)).headers['content-type'];
    site.setFault(part, { kind: 'huge', bytes: 1e9 });
    await expect(get(site, path)).rejects.toThrow(`huge: 1000000000 bytes of ${type}`);
  });

  test('leads elsewhere', async () => {
    const site = createSite();
    site.setFault(part, { kind: 'redirect', location: 'https://elsewhere.example/' });
    const { status, headers } = await get(site, path);
    expect([status, headers['location']]).toEqual([308, 'https://elsewhere.example/']);
  });

  test('cannot be reached', async () => {
    const site = createSite();
    site.setFault(part, { kind: 'unreachable' });
    await expect(get(site, path)).rejects.toThrow('reset');
  });
});

test('a fault leaves the other parts alone', async () => {
  const site = createSite();
  site.setFault('feed', { kind: 'unreachable' });
  expect((await get(site, '/')).status).toBe(200);
});

test('a fault shows as often as it was told to', async () => {
  const site = createSite();
  site.setFault('feed', { kind: 'status', status: 503 }, 2);
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await get(site, '/feed')).status);
  expect(statuses).toEqual([503, 503, 200]);
  site.setFault('feed', { kind: 'status', status: 500 });
  expect((await get(site, '/feed')).status).toBe(500);
});

test('a fault of year pages leaves tags alone, and the other way round', async () => {
  const site = createSite();
  site.setFault('year', { kind: 'status', status: 503 });
  expect((await get(site, '/tag/backstage')).status).toBe(200);
  site.setFault('listing', { kind: 'status', status: 500 });
  expect((await get(site, '/2024/')).status).toBe(503);
  expect((await get(site, '/_next/data/replica/2024.json')).status).toBe(503);
  site.era = 'wordpress';
  expect((await get(site, '/2024/')).status).toBe(503);
  for (const path of ['/category/data/', '/tag/data/', '/author/nobody/', '/?s=data']) {
    expect((await get(site, path)).status).toBe(500);
  }
});

test.each(['/', '/feed'])('what is wrong with %s shows to who has the good answer already', async (path) => {
  const site = createSite();
  const { etag = '' } = (await get(site, path)).headers;
  const again = () => get(site, path, { 'if-none-match': etag });
  expect((await again()).status).toBe(304);
  site.setFault(path === '/' ? 'home' : 'feed', { kind: 'truncated' }, 1);
  expect((await again()).status).toBe(200);
  site.setFault(path === '/' ? 'home' : 'feed', { kind: 'slow', ms: 1 });
  expect((await again()).status).toBe(304);
});

test('nothing can be reached when the network is down', async () => {
  const site = createSite();
  site.reachable = false;
  await expect(get(site, '/')).rejects.toThrow('reset');
});

test('what waits is answered once nothing is wrong any more', async () => {
  const site = createSite();
  site.setFault('home', { kind: 'slow', ms: 60_000 });
  const waiting = get(site, '/');
  site.setFault('home', undefined);
  expect((await waiting).status).toBe(200);
});

test('closing the site ends what is still waiting', async () => {
  const site = createSite();
  site.setFault('home', { kind: 'slow', ms: 60_000 });
  const waiting = expect(get(site, '/')).rejects.toThrow('reset');
  site.close();
  await waiting;
});
