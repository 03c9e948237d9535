import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { extractImages, extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { switchToDark } from '../launch/dark.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { expectPictures, fillCopies, openReader } from './copies.ts';
import { FIGURES } from './rich-article.ts';
import { swedishBuild } from './swedish.ts';
import * as see from './views.ts';

const SURFACES = {
  Light: 'rgb(255, 254, 252)',
  Sepia: 'rgb(246, 236, 217)',
  Dark: 'rgb(27, 25, 34)',
  Black: 'rgb(0, 0, 0)',
} as const;

describe.each(BROWSERS)('the look of the reader in %s', (browser) => {
  test('is chosen, remembered, and the same in every reader that is open', async ({ start }) => {
    const session = await start(browser);
    const [first, second] = await fillCopies(session, 2);
    const other = await openReader(session, second?.post.id ?? '');
    const page = await openReader(session, first?.post.id ?? '');
    expect(await lookOf(page)).toMatchObject({ theme: 'system', font: 'serif', align: 'start', hyphens: 'manual' });
    await see.press(page, 'button', 'Appearance');
    await getByRole(page, 'dialog', 'Appearance');
    await see.press(page, 'radio', 'Sepia');
    await see.press(page, 'radio', 'Dyslexia-friendly');
    await see.press(page, 'checkbox', 'Justify both edges');
    const size = await getByRole(page, 'slider', 'Text size');
    const before = await lookOf(page);
    await size.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    for (const name of ['Line width', 'Line spacing']) {
      await (await getByRole(page, 'slider', name)).focus();
      await page.keyboard.press('ArrowRight');
    }
    await see.expectAccessible(page);
    const chosen = await waitFor(async () => {
      const look = await lookOf(page);
      return look.size > before.size * 1.15 && look.hyphens === 'auto' && look;
    }, 'the look');
    expect(chosen).toMatchObject({ theme: 'sepia', font: 'legible', align: 'justify', surface: SURFACES.Sepia });
    expect(chosen.leading).toBeGreaterThan(before.leading);
    await waitFor(
      async () => JSON.stringify(await lookOf(other)) === JSON.stringify(chosen),
      'the same look elsewhere',
    );
    const again = await openReader(session, first?.post.id ?? '');
    expect(await lookOf(again)).toEqual(chosen);
    await waitFor(
      () => again.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next"')),
      'the font that comes with it',
    );
    await page.bringToFront();
    await see.press(page, 'button', 'Back to the defaults');
    await waitFor(async () => (await lookOf(again)).theme === 'system', 'the first look');
  });

  test('has lines as wide, and letters such as are chosen, and is dark where the system is', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await page.setViewport({ width: 1600, height: 900 });
    const before = await lookOf(page);
    expect(before).toMatchObject({ theme: 'system', surface: SURFACES.Light });
    await see.press(page, 'button', 'Appearance');
    await see.press(page, 'radio', 'Sans serif');
    await waitFor(async () => (await lookOf(page)).face !== before.face, 'other letters');
    const width = await getByRole(page, 'slider', 'Line width');
    for (const [key, isChosen] of [
      ['End', (now: number) => now > before.width * 1.3],
      ['Home', (now: number) => now < before.width * 0.8],
    ] as const) {
      await width.focus();
      await page.keyboard.press(key);
      await waitFor(async () => isChosen((await lookOf(page)).width), `lines as wide as with ${key}`);
    }
    await switchToDark(session, [page]);
    await waitFor(async () => (await lookOf(page)).surface === SURFACES.Dark, 'the dark theme');
  });

  test('is accessible in every theme', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await expectPictures(page);
    await page.waitForSelector('.hljs-keyword');
    for (const [theme, surface] of Object.entries(SURFACES)) {
      await see.press(page, 'button', 'Appearance');
      await see.press(page, 'radio', theme);
      await page.keyboard.press('Escape');
      await waitFor(async () => (await lookOf(page)).surface === surface, `the theme ${theme}`);
      await see.expectAccessible(page);
    }
  });

  test('needs no more than 320 pixels, nor larger text more width', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1, () => ({
      title: `${'Donaudampfschifffahrtsgesellschaft'.repeat(3)} and more`,
    }));
    const page = await openReader(session, first?.post.id ?? '');
    await expectPictures(page);
    await page.setViewport({ width: 320, height: 256 });
    await expectNoScrolling(page);
    await see.expectAccessible(page);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await see.press(page, 'button', 'Appearance');
    const size = await getByRole(page, 'slider', 'Text size');
    await size.focus();
    await page.keyboard.press('End');
    await waitFor(async () => (await lookOf(page)).size > 35, 'the largest text');
    await expectNoScrolling(page);
    await see.expectAccessible(page);
  });
});

describe.each(BROWSERS)('the reader on paper in %s', (browser) => {
  test('is the whole text with its pictures, notes and source, without what is to be pressed', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await expectPictures(page);
    const { text, pictures } = await printed(page);
    const parts = [
      'Learning Framework (1)',
      'By Ada Example and Grace Sample',
      'There are more of them than anybody has counted.',
      'Figure 4: three queues.',
      '3. See the derivation.',
      'From the Spotify Engineering blog: https://engineering.atspotify.com/2025/9/a-post',
    ];
    for (const part of parts) expect(text).toContain(part);
    for (const name of ['minutes left', 'Contents', 'Copy code', 'Saved for offline on'])
      expect(text).not.toContain(name);
    expect(pictures).toBe(1 + FIGURES.length);
  });
});

describe('the reader in Chromium', () => {
  test('prints black on white, without what is to be pressed', async ({ start }) => {
    const session = await start('chromium');
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await expectPictures(page);
    await page.emulateMediaType('print');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const shown = (selector: string) => page.$eval(selector, (element) => element.checkVisibility());
    expect(await Promise.all(['.bar', '.contents', '.article-end', '.code-bar button'].map(shown))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(await Promise.all(['.text ol:last-of-type', 'details p', '.source'].map(shown))).toEqual([true, true, true]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  });

  test('keeps its borders and its place where the reader has colours of their own', async ({ start }) => {
    const session = await start('chromium');
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await page.$eval('.code', (code) => getComputedStyle(code).outlineStyle)).toBe('solid');
    await see.press(page, 'button', 'Appearance');
    await getByRole(page, 'radio', 'Dark');
    await see.expectAccessible(page);
  });
});

describe.each(BROWSERS)('in Swedish, %s', (browser) => {
  let extension = '';
  beforeAll(async () => {
    extension = await swedishBuild(browser);
  });
  afterAll(() => rm(extension, { recursive: true, force: true }));

  test('speaks of English posts', async ({ start }) => {
    const session = await start(browser, { extension });
    const [first] = await fillCopies(session, 2);
    const page = await openReader(session, first?.post.id ?? '');
    const languages = () => [document.documentElement.lang, document.querySelector('article')?.lang];
    expect(await page.evaluate(languages)).toEqual(['sv', 'en']);
    await see.expectText(page, 'minuters läsning');
    await see.expectText(page, 'Av Ada Example och Grace Sample');
    expect(await queryAllByRole(page, 'button', 'Kopiera koden')).toHaveLength(3);
    await see.press(page, 'button', 'Utseende');
    await getByRole(page, 'radio', 'Dyslexivänligt');
    await see.expectAccessible(page);
  });
});

interface SeenLook {
  readonly theme: string | undefined;
  readonly font: string | undefined;
  readonly face: string;
  readonly width: number;
  readonly surface: string;
  readonly size: number;
  readonly leading: number;
  readonly align: string;
  readonly hyphens: string;
}

function lookOf(page: Page): Promise<SeenLook> {
  return page.evaluate(() => {
    const { theme, font } = document.documentElement.dataset;
    const paragraph = document.querySelector('.text p') ?? document.body;
    const { fontFamily: face, fontSize, lineHeight, textAlign: align, hyphens } = getComputedStyle(paragraph);
    const surface = getComputedStyle(document.body).backgroundColor;
    const [size, leading] = [parseFloat(fontSize), parseFloat(lineHeight)];
    return { theme, font, face, width: paragraph.clientWidth, surface, size, leading, align, hyphens };
  });
}

async function expectNoScrolling(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

/** Without a size Firefox is told the inches of another as centimetres. */
const A4 = { width: '210mm', height: '297mm' };

/** What a page puts on paper: its text, one blank between two words, and the number of its pictures. */
async function printed(page: Page): Promise<{ readonly text: string; readonly pictures: number }> {
  const paper = await getDocumentProxy(new Uint8Array(await page.pdf(A4)));
  const { text, totalPages } = await extractText(paper, { mergePages: true });
  const numbers = Array.from({ length: totalPages }, (_, i) => i + 1);
  const pictures = await Promise.all(numbers.map((number) => extractImages(paper, number)));
  return { text: text.replace(/\s+/g, ' '), pictures: pictures.flat().length };
}
