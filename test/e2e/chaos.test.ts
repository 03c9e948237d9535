import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { waitFor } from '../launch/wait-for.ts';
import { type Chance, createChance } from '../replica/chance.ts';
import type { Replica } from '../replica/replica.ts';
import type { Fault } from '../replica/types.ts';
import { letNextCheckCome, shiftTimes } from './background-facts.ts';
import { test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

declare const chrome: typeof browser;

const POLLS = 200;
const SEED = process.env['LINER_NOTES_SEED'] ?? String(Date.now());

const FAULTS: readonly [Fault, ...Fault[]] = [
  { kind: 'status', status: 500 },
  { kind: 'truncated' },
  { kind: 'slow', ms: 200 },
  { kind: 'unreachable' },
];

describe('chaos', () => {
  test(`${POLLS} checks, the worker stopped at random moments: seed ${SEED}`, async ({ replica, start }) => {
    const chance = createChance(SEED);
    const session = await start('chromium');
    await see.expectBadge(session, '13');
    await see.allowNotifications(session);
    const page = await session.barePage();
    const popup = await see.openPopup(session);
    const read = new Set<string>();
    const notified: string[] = [];

    const older = replica.posts().length - 13;
    for (let i = 0; feedRequests(replica) < POLLS; i++) {
      disturb(replica, chance, i);
      if (chance.next() < 0.2) read.add(await markFirst(popup));
      await page.evaluate(shiftTimes, 30 * 3_600_000);
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), chance.between(0, 350));
      if (chance.next() < 0.8) await session.stopBackground();
      notified.push(...(await takeNotifications(page)));
    }

    for (const part of ['feed', 'home', 'entries'] as const) replica.setFault(part, undefined);
    // The last check may have been stopped before its alarm was set.
    await page.evaluate(shiftTimes, 30 * 3_600_000);
    await letNextCheckCome(session);
    await letNextCheckCome(session);
    // The back catalogue may have come along, where the list of all posts had to be read.
    const rows = (await libraryRows(page)).filter(({ reading }) => reading !== 'archived');
    expect(rows.map(({ title }) => title).sort()).toEqual(
      replica
        .posts()
        .slice(0, replica.posts().length - older)
        .map(({ title }) => title.trim())
        .sort(),
    );
    const marked = rows.filter(({ readingAt }) => readingAt !== 0);
    expect(new Set(marked.map(({ title }) => title))).toEqual(read);
    expect(marked.every(({ reading }) => reading === 'read')).toBe(true);
    const unread = rows.filter(({ reading }) => reading === 'unread').length;
    await see.expectBadge(session, unread > 99 ? '99+' : String(unread));
    await waitFor(async () => (await outboxOf(page)) === undefined, 'all to be notified of');
    notified.push(...(await takeNotifications(page)));
    expect(notified.filter((id, i) => notified.indexOf(id) !== i)).toEqual([]);
    expect(notified.length).toBeGreaterThan(20);
  }, 300_000);
});

/** Now and then the blog has a new post, changes one, or fails once. */
function disturb(replica: Replica, chance: Chance, i: number): void {
  if (chance.next() < 0.4) replica.publish({ title: `Chaos ${i}`, categories: ['Security'], image: 'chaos.png' });
  if (chance.next() < 0.1) replica.edit(replica.posts()[0]?.id ?? '', { excerpt: `Edited ${i}` });
  if (chance.next() < 0.2) replica.setFault(chance.pick(['feed', 'home', 'entries']), chance.pick(FAULTS), 1);
}

/** Marks the post at the top of the popup as read; answers its title. At once: the list may change any moment. */
async function markFirst(popup: Page): Promise<string> {
  const markNow = () =>
    popup.evaluate(() => {
      // What has just come has a row before its post is read.
      const row = document.querySelector('.post:has(h3)');
      row?.querySelector('button')?.click();
      return row?.querySelector('h3')?.textContent;
    });
  const title = (await waitFor(markNow, 'a post to be marked')) ?? '';
  const isThere = async () => (await see.listedTitles(popup)).includes(title);
  await waitFor(async () => !(await isThere()), `${title} to be gone`);
  return title;
}

/** The ids of the posts that notifications tell of; each is taken away, so that a second would show. */
async function takeNotifications(page: Page): Promise<string[]> {
  const shown = await page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  await page.evaluate((ids) => Promise.all(ids.map((id) => chrome.notifications.clear(id))), shown);
  // The names of long digests are cut off.
  return shown.flatMap((id) =>
    id
      .replace(/^\w+:/, '')
      .split(' ')
      .slice(0, id.length === 500 ? -1 : undefined),
  );
}

function feedRequests({ requests }: Replica): number {
  return requests.filter(({ path }) => path === '/feed').length;
}

function outboxOf(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const opening = indexedDB.open('liner-notes');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('state').objectStore('state').get('outbox');
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
}
