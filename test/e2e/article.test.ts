import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, ERAS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

const MATRIX = BROWSERS.flatMap((browser) => ERAS.map((era) => ({ browser, era })));

describe.each(MATRIX)('a post’s own page in $browser, on the blog of $era', ({ browser, era }) => {
  test('remembers the place, offers it again, and the card says how far', async ({ replica, start }) => {
    replica.switchEra(era);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const page = await openPost(await session.openPage(`${BLOG}/${first?.id}`));
    await see.expectBadge(session, '12');
    const bare = await session.barePage();
    await page.bringToFront();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 4));
    const place = await waitFor(async () => {
      const row = (await libraryRows(bare)).find(({ id }) => id === first?.id);
      return Number(row?.['progress']) > 0.05 && Number(row?.['progress']);
    }, 'the place');
    const percent = `${Math.round(place * 100)}%`;
    const listing = await see.openListing(session);
    await see.expectMarkText(listing, first?.id ?? '', `Partly read (${percent})`);
    const again = await openPost(await session.openPage(`${BLOG}/${first?.id}`));
    await again.bringToFront();
    await see.press(again, 'button', `Continue at ${percent}`);
    await waitFor(async () => Math.abs((await progressOf(again)) - place) < 0.02, 'the same place');
    expect(await queryAllByRole(again, 'button', /^Continue/)).toHaveLength(0);
  });
});

describe.each(BROWSERS)('a post’s own page in %s', (browser) => {
  test('tells what it takes, saves, and leads along the series and to what is unread', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const parts = replica.posts().filter(({ title }) => /Longitudinal Data/.test(title));
    const part1 = parts.find(({ title }) => title.includes('Part 1'));
    const part2 = parts.find(({ title }) => title.includes('Part 2'));
    await see.openListing(session, '/2023/');
    const page = await openPost(await session.openPage(`${BLOG}/${part1?.id}`));
    await see.expectDockText(page, /\d+ minutes? to read/);
    await getByRole(page, 'link', /^Next unread: /);
    await see.press(page, 'button', 'Save');
    await getByRole(page, 'button', 'Remove from saved');
    await see.press(page, 'link', /^Next part: /);
    await waitFor(async () => page.url().includes(part2?.id ?? '-'), 'the next part');
    await getByRole(page, 'link', /^Previous part: /);
    expect(await see.violationsIn(page, ['liner-notes-dock'])).toEqual([]);
  });

  test('has the place where the reader was in it, and none where the reader was elsewhere', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    const bare = await session.barePage();
    const rowOf = async (id = '') => (await libraryRows(bare)).find((row) => row['id'] === id);
    const listing = await see.openListing(session);
    await listing.bringToFront();
    await listing.evaluate(() => scrollTo(0, 700));
    await see.openFromPage(listing, second?.title ?? '');
    await openPost(listing);
    await see.goBack(listing);
    await see.expectReading(listing, second?.id ?? '', 'read');
    const page = await openPost(await session.openPage(`${BLOG}/${first?.id}`));
    await page.bringToFront();
    await see.press(page, 'button', 'Mark as unread');
    await see.expectBadge(session, '12');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 4));
    await waitFor(async () => Number((await rowOf(first?.id))?.['progress']) > 0.05, 'the place');
    expect((await rowOf(second?.id))?.['progress']).toBeUndefined();
    const again = await openPost(await session.openPage(`${BLOG}/${first?.id}`));
    await getByRole(again, 'button', /^Continue at /);
  });

  test('leads to the newest unread post that is older, and is right when the reader comes back to it', async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [, second, third, fourth] = replica.posts();
    const listing = await see.openListing(session);
    await see.press(listing, 'button', `Mark as read: ${third?.title}`);
    await see.expectBadge(session, '12');
    const page = await openPost(await session.openPage(`${BLOG}/${second?.id}`));
    await getByRole(page, 'link', `Next unread: ${fourth?.title}`);
    await page.goto(`${BLOG}/`);
    await see.expectAllMarked(page);
    await see.press(page, 'button', `Save: ${second?.title}`);
    await see.expectStatus(page, 'Saved one post.');
    await see.goBack(page);
    await getByRole(await openPost(page), 'button', 'Remove from saved');
  });

  test('counts as read only when it is finished, if the reader wants that', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const options = await session.openExtensionPage('options.html');
    const select = await getByRole(options, 'combobox', 'A post counts as read');
    await select.evaluate((element) => {
      (element as HTMLSelectElement).value = 'finished';
      element.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await see.expectText(options, 'Saved.');
    const [first, second] = replica.posts();
    const page = await openPost(await session.openPage(`${BLOG}/${first?.id}`));
    await page.bringToFront();
    await see.press(page, 'button', 'Mark as read');
    await see.expectBadge(session, '12');
    await openPost(await session.openPage(`${BLOG}/${second?.id}`));
    const listing = await see.openListing(session);
    await see.expectReading(listing, second?.id ?? '', 'unread');
    await see.expectBadge(session, '12');
    const body = `<!doctype html><meta charset="utf-8"><title>Short</title><main><h1>Short</h1><p>${'A few words. '.repeat(20)}</p></main>`;
    replica.setFault('article', { kind: 'replace', body });
    await openPost(await session.openPage(`${BLOG}/${second?.id}`));
    await see.expectReading(listing, second?.id ?? '', 'read');
    await see.expectBadge(session, '11');
  });
});

test('the place where the reader was is gone to at once where motion is to be reduced', async ({ replica, start }) => {
  const session = await start('chromium');
  await see.expectBadge(session, '13');
  const [first] = replica.posts();
  const bare = await session.barePage();
  const page = await openPost(await session.openPage(`${BLOG}/${first?.id}`));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 4));
  await waitFor(
    async () => Number((await libraryRows(bare)).find(({ id }) => id === first?.id)?.['progress']) > 0.05,
    'the place',
  );
  const steps = async (motion: 'reduce' | 'no-preference') => {
    const again = await openPost(await session.openPage(`${BLOG}/${first?.id}`));
    await again.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: motion }]);
    const steps = see.scrollSteps(again);
    await see.press(again, 'button', /^Continue at/);
    return steps;
  };
  expect(await steps('reduce')).toBe(1);
  expect(await steps('no-preference')).toBeGreaterThan(1);
});

/** Waits until our line is on the page. */
async function openPost(page: Page): Promise<Page> {
  await getByRole(page, 'progressbar', 'Read so far');
  return page;
}

function progressOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.querySelector('liner-notes-dock')?.shadowRoot?.querySelector('progress')?.value ?? Number.NaN,
  );
}
