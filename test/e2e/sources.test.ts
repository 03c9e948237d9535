import { describe, expect } from 'vitest';
import { waitFor } from '../launch/wait-for.ts';
import type { Fault } from '../replica/types.ts';
import { healthOf, letNextCheckCome } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows, type Row } from './library-rows.ts';
import * as see from './views.ts';

const link = (id: string) => `https://engineering.atspotify.com/${id}`;
const atom = (id: string, title: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
  <entry><title>${title}</title><link href="${link(id)}"/><id>${link(id)}</id></entry></feed>`;
const latin = (id: string, title: string) => `<?xml version="1.0" encoding="iso-8859-1"?>${atom(id, title)}`;
const jsonFeed = (id: string, title: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Blog',
    items: [{ id: link(id), url: link(id), title, content_text: 'Text' }],
  });

const UNUSUAL = [
  [atom, 'application/atom+xml', 'utf8'],
  [jsonFeed, 'application/feed+json', 'utf8'],
  [atom, 'image/png', 'utf8'],
  [latin, 'text/xml', 'latin1'],
] as const;

const BROKEN: ReadonlyArray<readonly [string, Fault]> = [
  ['gone', { kind: 'status', status: 404 }],
  ['an error', { kind: 'status', status: 500 }],
  ['empty', { kind: 'replace', body: '', contentType: 'application/rss+xml' }],
  ['malformed', { kind: 'broken' }],
  ['cut off', { kind: 'truncated' }],
  ['HTML', { kind: 'html' }],
  ['unreachable', { kind: 'unreachable' }],
];

describe.each(BROWSERS)('the sources in %s', (browser) => {
  test('fill a gap of more posts than the feed has from the home page', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (let i = 1; i <= 12; i++) replica.publish({ title: `New ${i}` });
    await letNextCheckCome(session);
    await see.expectBadge(session, '25');
    expect(pathsOf(replica)).toEqual(['/feed', '/', '/feed', '/']);
  });

  test('fill a gap of more posts than the home page has from the JSON, page by page', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (let i = 1; i <= 140; i++) replica.publish({ title: `New ${i}` });
    await letNextCheckCome(session);
    await waitFor(async () => (await unreadOf(await rowsOf(session))).length === 153, '153 unread posts');
    expect(pathsOf(replica).slice(2)).toEqual(['/feed', '/', '/api/entries', '/api/entries']);
    expect((await rowsOf(session)).filter(({ title }) => /^New \d+$/.test(String(title)))).toHaveLength(140);
    await letNextCheckCome(session);
    expect(pathsOf(replica).slice(6)).toEqual(['/feed']);
  });

  test('fill a gap though pages of the blog have shown the newest posts before', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (let i = 1; i <= 30; i++) replica.publish({ title: `New ${i}` });
    await see.openListing(session);
    await see.expectBadge(session, '26');
    await letNextCheckCome(session);
    await see.expectBadge(session, '43');
  });

  test('fill a gap from the pages by year where there is no JSON', async ({ replica, start }) => {
    replica.switchEra('wordpress');
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (let i = 1; i <= 40; i++) replica.publish({ title: `New ${i}` });
    await letNextCheckCome(session);
    await see.expectBadge(session, '53');
    expect(pathsOf(replica)).toContain(`/${new Date().getUTCFullYear()}/`);
  });

  test('are not held up by a post that was withdrawn and leads elsewhere', async ({ replica, start, tolerated }) => {
    tolerated.push(/Content[- ]Security[- ]Policy/);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.unpublish(replica.posts()[1]?.id ?? '');
    replica.setFault('article', { kind: 'redirect', location: 'https://www.example.com/' });
    replica.publish({ title: 'Something New' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '14');
    expect(await healthOf(session)).toMatchObject({ failures: 0 });
  });

  test('are left alone for as long as the home page asks', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.publish({ title: 'Something New' });
    replica.setFault('home', { kind: 'status', status: 429, retryAfter: '80000' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '14');
    expect((await healthOf(session)).dueAt).toBeGreaterThan(Date.now() + 79_000_000);
    await see.press(await see.openPopup(session), 'button', 'Check now');
    await see.expectText(await see.openPopup(session), 'may be missing');
    expect(pathsOf(replica).slice(2)).toEqual(['/feed', '/']);
  });

  test('go on filling a gap later where they could not at once', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (let i = 1; i <= 30; i++) replica.publish({ title: `New ${i}` });
    replica.setFault('entries', { kind: 'status', status: 503 });
    await letNextCheckCome(session);
    await see.expectBadge(session, '26');
    expect((await healthOf(session)).trouble).toEqual({
      source: 'entries',
      failure: { code: 'refused', status: 503 },
    });
    replica.setFault('entries', undefined);
    await letNextCheckCome(session);
    await see.expectBadge(session, '43');
    expect((await healthOf(session)).trouble).toBeUndefined();
  });

  test('do without a feed that is gone, broken or something else', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (const [i, [, fault]] of BROKEN.entries()) {
      replica.setFault('feed', fault);
      replica.publish({ title: `Not in the Feed ${i}` });
      await letNextCheckCome(session);
      await see.expectBadge(session, String(14 + i));
      expect(await healthOf(session)).toMatchObject({ source: 'home', failures: 0 });
    }
    const popup = await see.openPopup(session);
    await see.expectText(popup, "The blog's feed could not be read");
    replica.setFault('feed', undefined);
    await letNextCheckCome(session);
    expect((await healthOf(session)).trouble).toBeUndefined();
    expect(await healthOf(session)).toMatchObject({ source: 'feed' });
  });

  test('do without feed and home page', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.setFault('feed', { kind: 'html' });
    replica.setFault('home', { kind: 'status', status: 500 });
    replica.publish({ title: 'Only in the JSON' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '14');
    expect(await healthOf(session)).toMatchObject({ source: 'entries', failures: 0 });
    replica.setFault('entries', { kind: 'broken' });
    replica.publish({ title: 'Only on a Page by Year' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '15');
    expect(await healthOf(session)).toMatchObject({ source: 'year', failures: 0 });
    await see.expectText(await see.openPopup(session), 'New posts come from its pages by year instead.');
    replica.setFault('year', { kind: 'status', status: 500 });
    await letNextCheckCome(session);
    expect(await healthOf(session)).toMatchObject({ failures: 1, failure: { code: 'unreadable', source: 'feed' } });
    await see.expectBadge(session, '15');
  });

  test('read a feed in another format, under a wrong type, and in another charset', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (const [i, [write, contentType, charset]] of UNUSUAL.entries()) {
      const title = `Älvsjö ${i}`;
      const { id } = replica.publish({ title });
      replica.setFault('feed', { kind: 'replace', body: Buffer.from(write(id, title), charset), contentType });
      await letNextCheckCome(session);
      await waitFor(async () => (await rowOf(session, id))?.['title'] === title, `the post of ${contentType}`);
      expect(await healthOf(session)).toMatchObject({ source: 'feed' });
    }
  });

  test('tell of an edited post, whose marks stay, and of one that is gone nothing', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second, third] = replica.posts();
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', `Mark as read: ${first?.title}`);
    await see.expectBadge(session, '12');
    replica.edit(first?.id ?? '', { title: 'Another Title', excerpt: 'Another excerpt', date: '2025-09-24' });
    replica.unpublish(third?.id ?? '');
    await letNextCheckCome(session);
    await waitFor(async () => (await rowOf(session, first?.id))?.['title'] === 'Another Title', 'the other title');
    expect(await rowOf(session, first?.id)).toMatchObject({
      excerpt: 'Another excerpt',
      date: '2025-09-24',
      reading: 'read',
    });
    expect(await rowOf(session, second?.id)).toMatchObject({ reading: 'unread' });
    expect(await rowOf(session, third?.id)).toMatchObject({ title: third?.title, reading: 'unread' });
    await see.expectBadge(session, '12');
  });

  test('tell of a post that has moved, which keeps its id and its marks', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', `Mark as read: ${first?.title}`);
    await see.expectBadge(session, '12');
    const moved = replica.move(first?.id ?? '', { slug: 'a-better-slug' });
    await letNextCheckCome(session);
    expect(await rowOf(session, first?.id)).toMatchObject({ url: link(moved.id), reading: 'read' });
    expect(await rowOf(session, moved.id)).toBeUndefined();
    await see.expectBadge(session, '12');
    const page = await see.openListing(session);
    await see.expectReading(page, moved.id, 'read');
    await see.press(page, 'button', /^Mark as unread: Beyond|^Mark as unread: Spotify/);
    await see.expectBadge(session, '13');
    const again = replica.move(moved.id, { slug: 'the-best-slug' });
    await letNextCheckCome(session);
    expect(await rowOf(session, first?.id)).toMatchObject({ url: link(again.id), reading: 'unread' });
    expect(await rowsOf(session)).toHaveLength(13);
  });

  test('tell of a post that has moved, though the reader was at its new address before', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const moved = replica.move(first?.id ?? '', { slug: 'a-better-slug' });
    await session.openPage(link(moved.id));
    await waitFor(async () => (await rowOf(session, moved.id))?.['reading'] === 'read', 'a second post');
    await letNextCheckCome(session);
    expect(await rowOf(session, first?.id)).toMatchObject({ url: link(moved.id), reading: 'read' });
    expect(await rowOf(session, moved.id)).toBeUndefined();
    await see.expectBadge(session, '12');
  });

  test('fill in categories and pictures later, where the home page comes after the feed', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.setFault('home', { kind: 'status', status: 500 });
    const { id } = replica.publish({ title: 'Bare at First', categories: ['Security'] });
    await letNextCheckCome(session);
    await see.expectBadge(session, '14');
    expect(await rowOf(session, id)).toMatchObject({ categories: [], image: '' });
    replica.setFault('home', undefined);
    await letNextCheckCome(session);
    expect(await rowOf(session, id)).toMatchObject({
      categories: ['Security'],
      image: expect.stringContaining('https://'),
    });
    await letNextCheckCome(session);
    expect(pathsOf(replica).slice(2)).toEqual(['/feed', '/', '/feed', '/', '/feed']);
  });
});

async function rowsOf(session: Parameters<typeof healthOf>[0]): Promise<Row[]> {
  return libraryRows(await session.barePage());
}

async function rowOf(session: Parameters<typeof healthOf>[0], id: string | undefined): Promise<Row | undefined> {
  return (await rowsOf(session)).find((row) => row['id'] === id);
}

const unreadOf = (rows: readonly Row[]) => rows.filter(({ reading }) => reading === 'unread');

const pathsOf = ({ requests }: { readonly requests: ReadonlyArray<{ readonly path: string }> }) =>
  requests.map(({ path }) => path);
