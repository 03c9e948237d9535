import { describe, expect } from 'vitest';
import { waitFor } from '../launch/wait-for.ts';
import { alarmAt, healthOf, isParserOpen, letTimePass } from './background-facts.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as list from './reading-list.ts';
import {
  articleRequests,
  codesOf,
  copyOf,
  expectNoNote,
  expectNothingLeftToDo,
  expectSaving,
  expectWholeCopies,
  openSaved,
  pictureRequests,
  save,
  saveAgain,
  savingOf,
  storedPictures,
} from './saved-copies.ts';
import * as see from './views.ts';

const AGAIN_MS = 5 * 60_000;
/** The replica's posts have a feature picture and two figures. */
const PICTURES = 3;

describe.each(BROWSERS)('the copy of a saved post in %s', (browser) => {
  test('is made with no page open on it: the text, and each picture once', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    await save(session, post?.id);
    const copy = await copyOf(session, post?.id);
    expect(copy).toMatchObject({
      title: post?.title.trim(),
      date: post?.date,
      categories: post?.categories,
      missing: [],
      savedAt: expect.any(Number),
    });
    expect(copy['words']).toBeGreaterThan(100);
    expect(copy['pictures']).toHaveLength(PICTURES);
    expect((copy['pictures'] as string[])[0]).toBe(copy['image']);
    const pictures = await storedPictures(session);
    expect(pictures.map(({ address }) => address).sort()).toEqual([...(copy['pictures'] as string[])].sort());
    for (const { natural, size, stored, type } of pictures) {
      expect(type).toBe('image/png');
      expect(size).toBeGreaterThan(1000);
      expect(natural).toEqual(stored);
    }
    const sizes = pictures.map(({ address, stored: [width, height] }) => [address, { width, height }]);
    expect(copy['sizes']).toEqual(Object.fromEntries(sizes));
    const [article] = await libraryRows(await session.barePage(), 'articles');
    expect(article?.['id']).toBe(post?.id);
    expect(article?.['html']).toContain('Thanks for reading!');
    expect(copy['bytes']).toBeGreaterThan(pictures.reduce((sum, { size }) => sum + size, 0));
    await expectNothingLeftToDo(session);
    // All through the blog's own scaling.
    expect(replica.requests.filter(({ host }) => !BLOG.endsWith(host))).toEqual([]);

    await save(session, post?.id);
    await waitFor(async () => (await copyOf(session, post?.id))['savedAt'] !== copy['savedAt'], 'a newer copy');
    await expectNothingLeftToDo(session);
    expect(pictureRequests(replica)).toHaveLength(PICTURES);
  });

  test('is made by a page that stays for the next posts, and not for good', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (const { id } of replica.posts().slice(0, 2)) {
      await save(session, id);
      expect(await copyOf(session, id)).toMatchObject({ missing: [] });
      expect(await isParserOpen(session)).toBe(true);
    }
    await waitFor(async () => !(await isParserOpen(session)), 'the page to be closed');
    const third = replica.posts()[2]?.id;
    await save(session, third);
    expect(await copyOf(session, third)).toMatchObject({ missing: [] });
  });

  test('is made wherever its post is saved', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [card, own, popup, key, command] = replica.posts();
    await see.press(await see.openListing(session), 'button', `Save: ${see.collapsed(card?.title ?? '')}`);
    await see.press(await session.openPage(`${BLOG}/${own?.id}`), 'button', 'Save');
    const page = await list.openList(session, 'popup.html');
    await see.press(page, 'button', `Save: ${see.collapsed(popup?.title ?? '')}`);
    await page.focus(`[data-id="${key?.id}"] a`);
    await list.pressKeys(page, 's');
    const shown = await session.openPage(`${BLOG}/${command?.id}`);
    await shown.bringToFront();
    await session.runCommand('save-page');
    for (const post of [card, own, popup, key, command]) {
      expect(await copyOf(session, post?.id)).toMatchObject({ missing: [] });
    }
    await expectNothingLeftToDo(session);
    expect(await storedPictures(session)).toHaveLength(5 * PICTURES);
  });

  test('is queued without a network, and made later', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await session.setOffline(true);
    const [post] = replica.posts();
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    await waitFor(async () => (await alarmAt(session, 'posts')) !== undefined, 'an alarm');
    await session.setOffline(false);
    await letTimePass(session, AGAIN_MS);
    await copyOf(session, post?.id);
  });

  test('is made once the reader has found that the blog can be reached again', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    replica.setReachable(false);
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    await expectSaving(session, post?.id, { status: 'waiting', attempts: 1 });
    await waitFor(async () => ((await alarmAt(session, 'posts')) ?? 0) > Date.now() + AGAIN_MS, 'a later alarm');
    replica.setReachable(true);
    await see.press(await see.openPopup(session), 'button', 'Check now');
    await copyOf(session, post?.id);
  });

  test('goes on with the pictures that are not there yet after the background was stopped', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    replica.setFault('image', { kind: 'slow', ms: 60_000 }, 1);
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    await waitFor(async () => (await storedPictures(session)).length === PICTURES - 1, 'all pictures but one');
    await waitFor(async () => (await savingOf(session, post?.id))?.['done'] === PICTURES - 1, 'how far it has come');
    expect(await savingOf(session, post?.id)).toMatchObject({ status: 'running', total: PICTURES });
    expect(await libraryRows(await session.barePage(), 'copies')).toEqual([]);
    await session.stopBackground();
    await letTimePass(session, AGAIN_MS);
    expect((await copyOf(session, post?.id))['missing']).toEqual([]);
    // The one that was slow was asked for twice, the others once.
    expect(pictureRequests(replica)).toHaveLength(PICTURES + 1);
    await expectNothingLeftToDo(session);
  });

  test('goes on after the browser was closed in the middle of it', async ({ profile, replica, start }) => {
    const options = { profile, inProfile: browser === 'firefox' };
    const session = await start(browser, options);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    replica.setFault('image', { kind: 'slow', ms: 60_000 }, 1);
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    await waitFor(async () => (await savingOf(session, post?.id))?.['done'] === PICTURES - 1, 'how far it has come');
    await session.close();
    const again = await start(browser, options);
    await letTimePass(again, AGAIN_MS);
    await waitFor(async () => codesOf(await copyOf(again, post?.id)).length === 0, 'all pictures');
    await expectWholeCopies(again);
    await expectNothingLeftToDo(again);
  });

  test('says which pictures it lacks and why, and gets them when it is made again', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    // Neither the blog's scaling nor the host itself has the first that is asked for.
    replica.setFault('image', { kind: 'status', status: 404 });
    await save(session, first?.id);
    expect(codesOf(await copyOf(session, first?.id))).toEqual(Array(PICTURES).fill('refused'));
    replica.setFault('image', { kind: 'broken' });
    await save(session, second?.id);
    expect(codesOf(await copyOf(session, second?.id))).toEqual(Array(PICTURES).fill('unreadable'));
    replica.setFault('image', undefined);
    const page = await openSaved(session);
    await see.press(page, 'button', `Copied without 3 pictures: ${first?.title}`);
    await see.expectText(page, 'the server did not give it out.');
    await see.press(page, 'button', 'Copy again');
    await waitFor(async () => codesOf(await copyOf(session, first?.id)).length === 0, 'the pictures');
    await see.press(page, 'button', `Copied without 3 pictures: ${second?.title}`);
    await see.expectText(page, 'what came is no picture.');
    expect(await storedPictures(session)).toHaveLength(PICTURES);
  });

  test('is there though the server is busy with its pictures, which are asked for again', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    replica.setFault('image', { kind: 'status', status: 503 });
    await save(session, post?.id);
    expect(codesOf(await copyOf(session, post?.id))).toEqual(Array(PICTURES).fill('unreachable'));
    replica.setFault('image', undefined);
    await saveAgain(session, post?.id);
    await waitFor(async () => codesOf(await copyOf(session, post?.id)).length === 0, 'the pictures');
    await expectNothingLeftToDo(session);
  });

  test('takes pictures from their hosts where the blog does not serve them', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.switchEra('wordpress');
    const post = replica.posts().at(-1);
    await save(session, post?.id);
    expect(codesOf(await copyOf(session, post?.id))).toEqual(Array(PICTURES).fill('forbidden'));
    const page = await openSaved(session);
    await see.press(page, 'button', `Copied without 3 pictures: ${see.collapsed(post?.title ?? '')}`);
    await see.expectText(page, 'its server needs your permission.');
    await see.expectAccessible(page);
    await see.press(page, 'button', 'Allow pictures from storage.googleapis.com');
    await waitFor(async () => codesOf(await copyOf(session, post?.id)).length === 0, 'the pictures');
    await expectNoNote(page);
    expect(await storedPictures(session)).toHaveLength(PICTURES);
    expect(replica.requests.some(({ host }) => host === 'storage.googleapis.com')).toBe(true);
  });

  test('says what has gone, and does not ask for it again by itself', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post, other] = replica.posts();
    replica.unpublish(post?.id ?? '');
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    await expectSaving(session, post?.id, { status: 'failed', failure: { code: 'refused', status: 404 } });
    const page = await openSaved(session);
    await see.press(page, 'button', `Not copied: ${post?.title}`);
    await see.expectText(page, 'It may have been removed.');
    await see.expectAccessible(page);
    // That is no reason to leave the others alone.
    await save(session, other?.id);
    await copyOf(session, other?.id);
    expect(articleRequests(replica)).toHaveLength(2);
    await see.press(page, 'button', 'Try again');
    await waitFor(async () => articleRequests(replica).length === 3, 'another try');
  });

  test('is tried again later when the blog has trouble', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post, other] = replica.posts();
    replica.setFault('article', { kind: 'status', status: 503 }, 1);
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    await expectSaving(session, post?.id, { status: 'waiting', attempts: 1 });
    await waitFor(async () => ((await healthOf(session)).readAgainAt ?? 0) > Date.now(), 'a rest');
    replica.setFault('article', { kind: 'replace', body: '<h1>Soon</h1>' }, 1);
    await letTimePass(session, 6 * AGAIN_MS);
    await expectSaving(session, post?.id, { status: 'waiting', attempts: 2 });
    // A page of its own that cannot be read is no reason to leave the others alone.
    await save(session, other?.id);
    await copyOf(session, other?.id);
    expect(await savingOf(session, post?.id)).toMatchObject({ status: 'waiting', attempts: 2 });
    await waitFor(async () => ((await alarmAt(session, 'posts')) ?? 0) > Date.now() + AGAIN_MS, 'a later alarm');
    await letTimePass(session, 6 * AGAIN_MS);
    await copyOf(session, post?.id);
    await expectNothingLeftToDo(session);
  });

  test('is made without its pictures where the blog refuses them for long', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    replica.setFault('image', { kind: 'status', status: 429, retryAfter: '60' });
    await session.chooseMenuItem('save', `${BLOG}/${post?.id}`);
    for (const attempts of [1, 2, 3]) {
      await expectSaving(session, post?.id, { status: 'waiting', attempts });
      await waitFor(async () => ((await healthOf(session)).readAgainAt ?? 0) > Date.now(), 'a rest');
      await letTimePass(session, 6 * AGAIN_MS);
    }
    expect(codesOf(await copyOf(session, post?.id))).toEqual(Array(PICTURES).fill('unreachable'));
  });
});
