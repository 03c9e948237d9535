import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { alarmAt, healthOf, letNextCheckCome, letTimePass, storeSettings } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

declare const chrome: typeof browser;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MB = 1024 * 1024;

/** Where the blog hands out its pictures in smaller sizes. */
const PICTURES = '/_next/image';

describe.each(BROWSERS)('the courtesy of %s', (name) => {
  test('asks once, and writes nothing, where nothing has changed', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const page = await session.barePage();
    const before = await rowsOf(page);
    await listenToWrites(page);
    const asked = await requestsOf(replica, () => letNextCheckCome(session));
    expect(asked).toEqual(['/feed 304']);
    expect(await writesHeard(page)).toBe(0);
    expect(await rowsOf(page)).toBe(before);
    expect(Object.keys(replica.requests.at(-1)?.headers ?? {})).toEqual(
      expect.arrayContaining(['if-none-match', 'if-modified-since']),
    );
    // Else the silence above says nothing.
    replica.publish({ title: 'Something New' });
    await letNextCheckCome(session);
    await waitFor(async () => (await writesHeard(page)) > 0, 'a write');
  });

  test('leaves the blog alone for as long as it asks', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    replica.setFault('feed', { kind: 'status', status: 429, retryAfter: String((5 * HOUR) / 1000) });
    await letNextCheckCome(session);
    const { failure, notBefore = 0, dueAt = 0 } = await healthOf(session);
    expect(failure).toEqual({ code: 'refused', status: 429 });
    expect(Math.abs(notBefore - Date.now() - 5 * HOUR)).toBeLessThan(MINUTE);
    expect(dueAt).toBeGreaterThanOrEqual(notBefore);
    expect(await alarmAt(session)).toBe(dueAt);
    replica.setFault('feed', undefined);
    const asked = await requestsOf(replica, async () => {
      await letTimePass(session, 4 * HOUR);
      const popup = await see.openPopup(session);
      await see.press(popup, 'button', 'Check now');
      await see.expectText(popup, 'asked not to be visited before');
    });
    expect(asked).toEqual([]);
    expect(replica.requests.filter(({ path }) => path === PICTURES)).toEqual([]);
    await letTimePass(session, 2 * HOUR);
    await waitFor(async () => (await healthOf(session)).failures === 0, 'a check that works');
  });

  test('waits longer and longer while checks fail, and not any more after one that works', async ({
    replica,
    start,
  }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    replica.setReachable(false);
    const ceilings = [2, 4, 8, 16, 24, 24];
    for (const [i, hours] of ceilings.entries()) {
      await waitFor(async () => (await healthOf(session)).failures === i, `${i} failures`);
      await letTimePass(session, 25 * HOUR);
      await waitFor(async () => (await healthOf(session)).failures === i + 1, `${i + 1} failures`);
      const { checkedAt = 0, dueAt = 0 } = await healthOf(session);
      expect(dueAt - checkedAt).toBeGreaterThan(0.9 * HOUR);
      expect(dueAt - checkedAt).toBeLessThanOrEqual(hours * HOUR + MINUTE);
    }
    await see.expectBadge(session, '13!');
    replica.setReachable(true);
    await see.press(await see.openPopup(session), 'button', 'Check now');
    await see.expectBadge(session, '13');
    const { checkedAt = 0, dueAt = 0, failures, failingSince } = await healthOf(session);
    expect([failures, failingSince]).toEqual([0, undefined]);
    expect(dueAt - checkedAt).toBeLessThan(1.1 * HOUR);
  });

  test('marks the badge once no check has worked for a day, though none comes by then', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    await storeSettings(session, { intervalMinutes: 0 });
    replica.setReachable(false);
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', 'Check now');
    await see.expectText(popup, 'The blog could not be reached.');
    // An answer that is cut off is asked for again.
    await getByRole(popup, 'button', 'Check now');
    await session.stopBackground();
    const asked = await requestsOf(replica, async () => {
      await letTimePass(session, 23 * HOUR);
      await see.expectBadge(session, '13');
      await letTimePass(session, HOUR);
      await see.expectBadge(session, '13!');
    });
    expect(asked).toEqual([]);
    await waitFor(async () => (await alarmAt(session, 'badge')) === undefined, 'no alarm to be left');
  });

  test('checks for the reader once in ten seconds', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    const asked = await requestsOf(replica, async () => {
      await see.press(popup, 'button', 'Check now');
      await see.expectText(popup, 'Checked the blog.');
      await see.press(popup, 'button', 'Check now');
      await see.expectText(popup, 'You can check again in');
    });
    expect(asked).toEqual(['/feed 304']);
  });

  test('makes one check of many that are asked for at once', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    replica.setFault('feed', { kind: 'slow', ms: 1500 });
    const pages = [await session.openExtensionPage('icon.svg'), await session.openExtensionPage('icon.svg')];
    const asked = await requestsOf(replica, async () => {
      await letTimePass(session, 2 * HOUR);
      await Promise.all([...pages, ...pages].map(askForCheck));
    });
    expect(asked).toEqual(['/feed 304']);
  });

  test('does not check without a network, and does soon after it is back', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    await session.setOffline(true);
    replica.publish({ title: 'While Offline' });
    const asked = await requestsOf(replica, async () => {
      await letTimePass(session, 2 * HOUR);
      await waitFor(async () => ((await alarmAt(session)) ?? 0) > Date.now(), 'the alarm to have rung');
    });
    expect(asked).toEqual([]);
    expect((await alarmAt(session)) ?? 0).toBeLessThan(Date.now() + 5 * MINUTE + 1000);
    expect((await healthOf(session)).failures).toBe(0);
    await session.setOffline(false);
    await letTimePass(session, 5 * MINUTE);
    await see.expectBadge(session, '14');
  });

  test('stops reading what has no end', async ({ replica, start }) => {
    const session = await start(name);
    await see.expectBadge(session, '13');
    replica.setFault('feed', { kind: 'huge', bytes: 100 * MB });
    await letNextCheckCome(session);
    const { source, trouble } = await healthOf(session);
    expect([source, trouble?.failure.code]).toEqual(['home', 'tooLarge']);
    const feed = replica.requests.findLast(({ path }) => path === '/feed');
    // What is on its way between the two is not ours to stop.
    await waitFor(async () => feed?.sentBytes !== undefined, 'the end of the answer');
    expect(feed?.sentBytes).toBeLessThan(25 * MB);
  });

  test('reads nothing from where the blog sends it', async ({ replica, start, tolerated }) => {
    tolerated.push(/Content[- ]Security[- ]Policy/);
    const session = await start(name);
    await see.expectBadge(session, '13');
    replica.setFault('feed', { kind: 'redirect', location: 'https://www.example.com/feed' });
    await letNextCheckCome(session);
    expect(new Set(replica.requests.map(({ host }) => host))).toEqual(new Set(['engineering.atspotify.com']));
  });
});

// Chrome stops a worker that waits 30 s for an answer; the failure must not go unnoticed.
test('Chromium gives up after half a minute, and says so', async ({ replica, start }) => {
  const session = await start('chromium');
  await see.expectBadge(session, '13');
  replica.setFault('feed', { kind: 'slow', ms: 50_000 });
  await letTimePass(session, 2 * HOUR);
  await waitFor(async () => (await healthOf(session)).trouble?.failure.code === 'slow', 'the failure', 40_000);
});

/** As a popup does; answered when the check is over. */
function askForCheck(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    chrome.runtime.sendMessage({ id: 1, timestamp: Date.now(), type: 'checkNow', data: true }),
  );
}

/** What is asked of the replica meanwhile, and how it answers. */
async function requestsOf(replica: Replica, work: () => Promise<void>): Promise<string[]> {
  const before = replica.requests.length;
  await work();
  const asked = replica.requests.slice(before).filter(({ path }) => path !== PICTURES);
  return asked.map(({ path, status }) => `${path} ${status}`);
}

/** All that is in the library. */
function rowsOf(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('liner-notes');
        opening.onsuccess = async () => {
          const names = [...opening.result.objectStoreNames];
          const reading = opening.result.transaction(names);
          const answers = names.map((name) => reading.objectStore(name).getAll());
          reading.oncomplete = () => {
            opening.result.close();
            resolve(JSON.stringify(answers.map(({ result }) => result)));
          };
        };
      }),
  );
}

declare global {
  var linerNotesWrites: number | undefined;
}

/** Counts the transactions in which Dexie has changed something, in whatever context: it tells the others of each. */
function listenToWrites(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.linerNotesWrites = 0;
    new BroadcastChannel('x-storagemutated-1').onmessage = () => {
      globalThis.linerNotesWrites = (globalThis.linerNotesWrites ?? 0) + 1;
    };
  });
}

async function writesHeard(page: Page): Promise<number> {
  return (await page.evaluate(() => globalThis.linerNotesWrites)) ?? 0;
}
