import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { AFTER, type Attack, articleWith, attacks, BEFORE, findHostile, OF_PARSING, provoke } from './attacks.ts';
import { BROWSERS, ERAS, test } from './blog-test.ts';
import * as list from './reading-list.ts';
import { codesOf, copyOf, openSaved, save, storedPictures } from './saved-copies.ts';
import * as see from './views.ts';

const MATRIX = BROWSERS.flatMap((browser) => ERAS.map((era) => ({ browser, era })));
/** So many attacks a post, where one leaves the next as it is. */
const AT_ONCE = 20;

describe.each(MATRIX)('a saved post in $browser, of the blog of $era', ({ browser, era }) => {
  test('is all there after the browser was closed, and the blog has gone', async ({ profile, replica, start }) => {
    const options = { profile, inProfile: browser === 'firefox' };
    replica.switchEra(era);
    const session = await start(browser, options);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    await save(session, post?.id);
    const missing = (await copyOf(session, post?.id))['missing'] as unknown[];
    if (missing.length > 0) await allowPictures(await openSaved(session));
    await waitFor(async () => codesOf(await copyOf(session, post?.id)).length === 0, 'the pictures');
    await session.close();
    replica.setReachable(false);

    const again = await start(browser, options);
    const popup = await list.openList(again, 'popup.html');
    await again.setOffline(true);
    await list.chooseView(popup, 'Saved');
    const title = see.collapsed(post?.title ?? '');
    await see.press(popup, 'link', title);
    const reader = await waitFor(async () => readerAmong(await again.browser.pages()), 'the reader');
    await reader.bringToFront();
    await getByRole(reader, 'heading', title);
    await see.expectText(reader, 'Thanks for reading!');
    const sizes = await waitFor(async () => {
      const found = await reader.evaluate(() =>
        [...document.querySelectorAll('img')]
          .filter(({ src }) => src.startsWith('blob:'))
          .map(({ naturalHeight, naturalWidth }) => [naturalWidth, naturalHeight]),
      );
      return found.length === 3 && found.every(([width]) => Number(width) > 0) && found;
    }, 'three pictures');
    expect(sizes).toEqual((await storedPictures(again)).map(({ natural }) => natural));
    expect(
      await reader.evaluate(() => document.querySelectorAll('.text table, .text pre, .text li').length),
    ).toBeGreaterThan(4);
  });
});

describe.each(BROWSERS)('a saved post in %s', (browser) => {
  test('opens where only the blog is out of reach', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    await save(session, post?.id);
    await copyOf(session, post?.id);
    replica.setReachable(false);
    const page = await list.openList(session, 'library.html');
    await see.press(page, 'button', 'Check now');
    await see.expectText(page, 'The blog could not be reached.');
    await list.chooseView(page, 'Saved');
    await see.press(page, 'link', see.collapsed(post?.title ?? ''));
    await waitFor(async () => readerAmong(await session.browser.pages()), 'the reader');
  });
});

describe.each(BROWSERS)('pages of hostile posts in %s', (browser) => {
  test('are harmless from the blog to the reader', { timeout: 300_000 }, async ({ replica, start, tolerated }) => {
    tolerated.push(OF_PARSING);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (const [i, group] of groups().entries()) {
      const post = replica.posts()[i];
      const text = group.map(articleWith).join('\n');
      const body = `<!doctype html><html><body><main class="post"><h1>Hostile ${i}</h1><div class="post__content"><p>${BEFORE}</p>${text}</div></main></body></html>`;
      replica.setFault('article', { kind: 'replace', body });
      await save(session, post?.id);
      await copyOf(session, post?.id);
      const reader = await session.openExtensionPage(`reader.html?post=${post?.id}`);
      await waitFor(() => reader.evaluate(() => document.querySelector('.text > *') !== null), 'the text');
      // Otherwise some were never there as attacks, but as text in one before them.
      if (group.every(leavesOthers))
        await waitFor(async () => (await countOf(reader, AFTER)) === group.length, 'the text after each of them');
      await reader.evaluate(provoke, '.text');
      expect([i, await reader.evaluate(findHostile, '.text')]).toEqual([i, []]);
      expect(await reader.evaluate(() => 'attacked' in globalThis)).toBe(false);
      await see.expectText(reader, BEFORE);
      await reader.close();
    }
    expect(asked(replica)).toEqual([]);
  });
});

/** How many paragraphs in the reader have this text. */
function countOf(reader: Page, text: string): Promise<number> {
  return reader.$$eval('.text p', (all, text) => all.filter((p) => p.textContent === text).length, text);
}

/** The attacks, several at a time; those alone that would have others no longer be one. */
function groups(): Attack[][] {
  const all = attacks();
  const others = all.filter(leavesOthers);
  const together = Array.from({ length: Math.ceil(others.length / AT_ONCE) }, (_, i) =>
    others.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
  return [...together, ...all.filter((attack) => !leavesOthers(attack)).map((attack) => [attack])];
}

function leavesOthers({ spoils, swallows }: Attack): boolean {
  return !spoils && !swallows;
}

function asked({ requests }: Replica): string[] {
  return requests.filter(({ host }) => host.endsWith('attack.example')).map(({ url }) => url);
}

async function allowPictures(page: Page): Promise<void> {
  await see.press(page, 'button', /^Copied without 3 pictures/);
  await see.press(page, 'button', 'Allow pictures from storage.googleapis.com');
}

async function readerAmong(pages: readonly Page[]): Promise<Page | undefined> {
  for (const page of pages) {
    // The popup closes itself.
    const path = await page.evaluate(() => location.pathname).catch(() => '');
    if (path === '/reader.html') return page;
  }
  return undefined;
}
