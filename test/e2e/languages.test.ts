import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { fillCopies, openReader, type SampleCopy } from './copies.ts';
import * as list from './reading-list.ts';
import { swedishBuild } from './swedish.ts';
import * as see from './views.ts';

const OUTPUT = join(import.meta.dirname, '../../.output');
const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

describe.each(BROWSERS)('in Swedish, %s', (browser) => {
  let extension = '';
  beforeAll(async () => {
    extension = await swedishBuild(browser);
  });
  afterAll(() => rm(extension, { recursive: true, force: true }));

  test('has popup, options and the marks on the blog', async ({ replica, start }) => {
    const session = await start(browser, { extension });
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const popup = await session.openExtensionPage('popup.html');
    await see.press(popup, 'button', `Markera som läst: ${first?.title}`);
    await see.expectStatus(popup, 'Ett inlägg markerades som läst.');
    await see.expectText(popup, 'Nästa kontroll: om ');
    await see.expectAccessible(popup);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('sv');
    const options = await session.openExtensionPage('options.html');
    await getByRole(options, 'heading', 'Inställningar för Liner Notes');
    expect(await options.title()).toBe('Inställningar för Liner Notes');
    await see.expectAccessible(options);
    const listing = await see.openListing(session);
    await see.press(listing, 'button', `Markera som oläst: ${first?.title}`);
    await see.expectBadge(session, '13');
  });
});

describe.each(BROWSERS)('in a language of long words, %s', (browser) => {
  let extension = '';
  beforeAll(async () => {
    extension = await mkdtemp(join(tmpdir(), 'liner-notes-long-'));
    await cp(join(OUTPUT, BUILDS[browser]), extension, { recursive: true });
    const file = join(extension, '_locales/en/messages.json');
    await writeFile(file, JSON.stringify(lengthened(JSON.parse(await readFile(file, 'utf8')))));
  });
  afterAll(() => rm(extension, { recursive: true, force: true }));

  test('cuts nothing off', async ({ start }) => {
    const session = await start(browser, { extension });
    await see.expectBadge(session, '13');
    for (const [path, width] of [
      ['popup.html', 400],
      ['sidepanel.html', 320],
      ['library.html', 1400],
      ['library.html', 640],
      ['options.html', 640],
    ] as const) {
      const page = await session.openExtensionPage(path);
      await page.setViewport({ width, height: 700 });
      await page.waitForSelector('main > :not(.waiting)');
      await page.keyboard.press('f');
      expect([path, width, await cutOff(page)]).toEqual([path, width, []]);
      await page.close();
    }
  });

  test('cuts nothing off of what comes up over the list', async ({ start }) => {
    const session = await start(browser, { extension });
    await see.expectBadge(session, '13');
    for (const [path, width] of [
      ['popup.html', 400],
      ['sidepanel.html', 320],
      ['library.html', 1400],
    ] as const) {
      const page = await session.openExtensionPage(path);
      await page.setViewport({ width, height: 600 });
      await page.waitForSelector('.post');
      await list.pressKeys(page, '?');
      await expectNothingCutOff(page, 'dialog[open]');
      await list.pressKeys(page, 'Escape');
      await page.waitForSelector('dialog[open]', { hidden: true });
      await page.click('.post [data-control="more"]');
      await expectNothingCutOff(page, '.popup.menu');
      await list.pressKeys(page, 'Escape');
      await page.click('.list-heading input');
      await expectNothingCutOff(page, 'section.selection');
      await list.pressKeys(page, 'm');
      await expectNothingCutOff(page, '.notice button');
      await list.pressKeys(page, 'u');
      await list.search(page, 'is:');
      await expectNothingCutOff(page, '[role="option"]');
      await page.close();
    }
  });

  test('cuts nothing off of the reader', async ({ start }) => {
    const session = await start(browser, { extension });
    const [{ post: first }] = (await fillCopies(session, 3)) as [SampleCopy, ...SampleCopy[]];
    const page = await openReader(session, first.id);
    for (const [width, contents] of [
      [1200, '.page > .contents a'],
      [640, '#contents a'],
      [360, '#contents a'],
    ] as const) {
      await page.setViewport({ width, height: 700 });
      await expectNothingCutOff(page, '.text > *');
      await expectNothingCutOff(page, '.copy-lack');
      for (const [key, panel] of [
        ['t', contents],
        ['a', '#look'],
        ['?', 'dialog[open]'],
      ] as const) {
        await list.pressKeys(page, key);
        await expectNothingCutOff(page, panel);
        await list.pressKeys(page, 'Escape');
      }
    }
  });

  test('cuts nothing off on the blog', async ({ replica, start }) => {
    const session = await start(browser, { extension });
    await see.expectBadge(session, '13');
    const listing = await see.openListing(session);
    await list.pressKeys(listing, 'f');
    await waitFor(() => isInDock(listing, 'fieldset'), 'the filter');
    const article = await session.openPage(`${BLOG}/${replica.posts()[0]?.id}`);
    for (const page of [listing, article])
      for (const width of [1200, 360]) {
        await page.bringToFront();
        await page.setViewport({ width, height: 700 });
        await waitFor(() => isInDock(page, 'button'), 'what floats above the page');
        expect([page.url(), width, await cutOff(page)]).toEqual([page.url(), width, []]);
      }
  });
});

/** Waits until this is shown, and finds nothing cut off then. */
async function expectNothingCutOff(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector, { visible: true });
  const width = page.viewport()?.width;
  expect([page.url(), width, selector, await cutOff(page)]).toEqual([page.url(), width, selector, []]);
}

function isInDock(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(
    (selector) => document.querySelector('liner-notes-dock')?.shadowRoot?.querySelector(selector) != null,
    selector,
  );
}

type Messages = Record<string, { message: string }>;

/** The messages, a third longer each, with other letters; what is filled in stays. */
function lengthened(messages: Messages): Messages {
  const entries = Object.entries(messages).map(([key, { message, ...rest }]) => {
    const long = message.replace(/\$\d|[aeiou]/g, (part) => (part.startsWith('$') ? part : `${part}${part}́`));
    return [key, { ...rest, message: key === 'locale' ? message : long }];
  });
  return Object.fromEntries(entries);
}

/** What of ours is wider than the room it has, and could not be seen to its end. What a post has may be scrolled. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isBlog = document.querySelector('liner-notes-dock') !== null;
    const roots = isBlog
      ? [...document.querySelectorAll('liner-notes-dock, liner-notes-mark')].flatMap(
          ({ shadowRoot }) => shadowRoot ?? [],
        )
      : [document];
    const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]);
    const wide = all.filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const isClipped = overflowX !== 'visible' || element.localName === 'html';
      const isBeyond = isBlog && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
      const isOfPost = element.closest('.text') !== null && element.closest('article') !== null;
      if (isBeyond) return true;
      return isClipped && !isOfPost && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    });
    return wide.map(
      ({ localName, className, textContent }) => `${localName}.${className}: ${textContent.slice(0, 60)}`,
    );
  });
}
