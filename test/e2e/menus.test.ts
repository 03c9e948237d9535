import { describe, expect } from 'vitest';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { authorOf } from '../replica/authors.ts';
import type { Replica } from '../replica/replica.ts';
import type { ReplicaPost } from '../replica/types.ts';
import { alarmAt, healthOf, letTimePass } from './background-facts.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { libraryRows, type Row } from './library-rows.ts';
import * as see from './views.ts';

const AGAIN_MS = 5 * 60_000;

describe.each(BROWSERS)('the menu on a link in %s', (browser) => {
  test('saves a post of the library, or marks it as read, and its text is fetched', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    await choose(session, 'save', `${BLOG}/${first?.id}?utm_source=elsewhere`, '✓');
    await see.expectBadge(session, '13');
    await choose(session, 'read', `${BLOG}/${second?.id}/#part`, '✓');
    await see.expectBadge(session, '12');
    await expectText(session, first?.id);
    expect(await rowOf(session, first?.id)).toMatchObject({ reading: 'unread', bookmarked: true, title: first?.title });
    expect(await rowOf(session, second?.id)).toMatchObject({ reading: 'read' });
    expect(await textOf(session, second?.id)).toBeUndefined();
    expect(articlesAsked(replica)).toEqual([`/${first?.id}`]);
    await waitFor(async () => (await alarmAt(session, 'posts')) === undefined, 'no alarm');
  });

  test('adds a post that the library lacks, and fills it in from its own page', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [saved, read] = oldPosts(replica);
    await choose(session, 'save', oldAddress(saved?.id), '✓');
    await choose(session, 'read', `${BLOG}/${read?.id}`, '✓');
    await expectText(session, saved?.id);
    await waitFor(
      async () => (await rowOf(session, read?.id))?.['title'] === read?.title,
      'the title of the other post',
    );
    expect(await textOf(session, read?.id)).toBeUndefined();
    expect(await rowOf(session, saved?.id)).toMatchObject({
      ...factsOf(saved),
      reading: 'archived',
      bookmarked: true,
      words: expect.any(Number),
    });
    expect(await rowOf(session, read?.id)).toMatchObject({ ...factsOf(read), reading: 'read' });
    expect(String((await textOf(session, saved?.id))?.['text'])).toContain('Thanks for reading!');
    const unindexed = (await libraryRows(await session.barePage(), 'unindexed')).map(({ id }) => id);
    expect(unindexed).toEqual(expect.arrayContaining([saved?.id, read?.id]));
    await see.expectBadge(session, '13');
    expect(articlesAsked(replica)).toHaveLength(2);
    expectPaced(replica);
  });

  test('keeps what is saved without a network, and fills it in later', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [saved] = oldPosts(replica);
    await session.setOffline(true);
    await choose(session, 'save', `${BLOG}/${saved?.id}`, '✓');
    await waitFor(async () => (await alarmAt(session, 'posts')) !== undefined, 'an alarm');
    expect(await rowOf(session, saved?.id)).toMatchObject({ bookmarked: true, title: '' });
    // Not every browser tells its background.
    await session.setOffline(false);
    await letTimePass(session, AGAIN_MS);
    await expectText(session, saved?.id);
    expect(await rowOf(session, saved?.id)).toMatchObject({
      bookmarked: true,
      title: see.collapsed(saved?.title ?? ''),
    });
  });

  test('goes on after the background was stopped', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [saved] = oldPosts(replica);
    replica.setFault('article', { kind: 'slow', ms: 60_000 });
    await choose(session, 'save', `${BLOG}/${saved?.id}`, '✓');
    await waitFor(async () => articlesAsked(replica).length === 1, 'the page to be asked for');
    await session.stopBackground();
    replica.setFault('article', undefined);
    expect(await rowOf(session, saved?.id)).toMatchObject({ bookmarked: true, title: '' });
    await letTimePass(session, AGAIN_MS);
    await expectText(session, saved?.id);
  });

  test('leaves the blog alone for a while after a failure, and asks once for what has gone', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = oldPosts(replica);
    replica.setFault('article', { kind: 'status', status: 503 }, 1);
    await choose(session, 'save', `${BLOG}/${first?.id}`, '✓');
    await waitFor(async () => ((await healthOf(session)).readAgainAt ?? 0) > Date.now(), 'the failure to be noted');
    replica.unpublish(first?.id ?? '');
    await choose(session, 'save', `${BLOG}/${second?.id}`, '✓');
    expect(articlesAsked(replica)).toHaveLength(1);
    await waitFor(async () => ((await alarmAt(session, 'posts')) ?? 0) > Date.now() + AGAIN_MS, 'a later alarm');
    await letTimePass(session, 6 * AGAIN_MS);
    await expectText(session, second?.id);
    await waitFor(
      async () => (await rowOf(session, first?.id, 'savings'))?.['status'] === 'failed',
      'the end of asking',
    );
    expect(await rowOf(session, first?.id)).toMatchObject({ bookmarked: true, title: '' });
    expect(articlesAsked(replica)).toHaveLength(3);
  });

  test('keeps who wrote the post, where its page says that', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.switchEra('wordpress');
    const [saved] = oldPosts(replica);
    await choose(session, 'save', `${BLOG}/${saved?.id}`, '✓');
    await expectText(session, saved?.id);
    expect((await textOf(session, saved?.id))?.['authors']).toEqual([saved && authorOf(saved).name]);
  });

  test('is only for posts', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await choose(session, 'save', `${BLOG}/2025/9/?page=2`, '✗');
    await see.expectBadge(session, '13');
    expect(await libraryRows(await session.barePage())).toHaveLength(13);
    await expect(session.chooseMenuItem('other', `${BLOG}/2025/9/x`)).rejects.toThrow();
    if (browser === 'chromium') return;
    for (const link of [`${BLOG}/category/data`, `${BLOG}/`, 'https://example.com/2025/9/x/', 'about:blank'])
      await expect(session.chooseMenuItem('save', link)).rejects.toThrow('There is no save');
  });

  test('is there again after the extension was disabled, and after the browser was closed', async ({
    profile,
    replica,
    start,
  }) => {
    const options = { profile, inProfile: browser === 'firefox' };
    const [first] = replica.posts();
    const session = await start(browser, options);
    await see.expectBadge(session, '13');
    await session.disableExtension();
    await session.enableExtension();
    await waitFor(
      () => session.chooseMenuItem('save', `${BLOG}/${first?.id}`).then(() => true),
      'the item to be there again',
    );
    await expectText(session, first?.id);
    await session.close();

    const again = await start(browser, options);
    await waitFor(() => again.chooseMenuItem('read', `${BLOG}/${first?.id}`).then(() => true), 'the item');
    await see.expectBadge(again, '12');
  });
});

/** Chooses the item on a link, and waits for what the badge says of that. */
async function choose(session: Session, item: string, link: string, sign: string): Promise<void> {
  await session.chooseMenuItem(item, link);
  await see.expectBadge(session, sign);
}

/** Posts of the blog that the library lacks at first. */
function oldPosts(replica: Replica) {
  return replica.posts().slice(-2);
}

/** What the own page of a post tells of it. */
function factsOf(post: ReplicaPost | undefined) {
  return { title: see.collapsed(post?.title ?? ''), date: post?.date, categories: post?.categories };
}

/** The address that a post had as long as the blog stood elsewhere. */
function oldAddress(id = ''): string {
  const [year, month = '', slug] = id.split('/');
  return `http://labs.spotify.com/${year}/${month.padStart(2, '0')}/07/${slug}/`;
}

async function rowOf(session: Session, id: string | undefined, table?: string): Promise<Row | undefined> {
  return (await libraryRows(await session.barePage(), table)).find((row) => row['id'] === id);
}

function textOf(session: Session, id: string | undefined): Promise<Row | undefined> {
  return rowOf(session, id, 'texts');
}

async function expectText(session: Session, id: string | undefined): Promise<void> {
  await waitFor(async () => (await textOf(session, id))?.['text'] !== undefined, `the text of ${id}`, 20_000);
}

/** The paths of posts' own pages that were asked for, in order. */
function articlesAsked({ requests }: Replica): string[] {
  return requests.map(({ path }) => path).filter((path) => /^\/\d{4}\/\d+\/./.test(path));
}

function expectPaced({ requests }: Replica): void {
  const times = requests.filter(({ path }) => /^\/\d{4}\/\d+\/./.test(path)).map(({ at }) => at);
  for (const [i, at] of times.slice(1).entries()) expect(at - (times[i] ?? 0)).toBeGreaterThan(900);
}
