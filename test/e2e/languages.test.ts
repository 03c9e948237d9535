import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { BROWSERS, test } from './blog-test.ts';
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
});

type Messages = Record<string, { message: string }>;

/** The messages, a third longer each, with other letters; what is filled in stays. */
function lengthened(messages: Messages): Messages {
  const entries = Object.entries(messages).map(([key, { message, ...rest }]) => {
    const long = message.replace(/\$\d|[aeiou]/g, (part) => (part.startsWith('$') ? part : `${part}${part}́`));
    return [key, { ...rest, message: key === 'locale' ? message : long }];
  });
  return Object.fromEntries(entries);
}

/** What is wider than the room it has, and could not be seen to its end. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>('html, body *')].filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const isClipped = overflowX !== 'visible' || element.localName === 'html';
      return isClipped && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    });
    return wide.map(
      ({ localName, className, textContent }) => `${localName}.${className}: ${textContent.slice(0, 60)}`,
    );
  });
}
