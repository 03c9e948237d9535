import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { expectPictures, fillCopies, openReader } from './copies.ts';
import { libraryRows } from './library-rows.ts';
import { expectFocus, pressKeys } from './reading-list.ts';
import { swedishBuild } from './swedish.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the panels of the reader in %s', (browser) => {
  test('take the focus, and give it back', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await page.setViewport({ width: 800, height: 700 });
    const link = await getByRole(page, 'link', 'link to elsewhere');
    for (const [key, panel] of [
      ['a', '#look'],
      ['t', '#contents'],
    ] as const) {
      await link.focus();
      await pressKeys(page, key);
      await waitFor(() => hasFocus(page, panel), `the focus in ${panel}`);
      await page.waitForSelector(`${panel} :is(a, input)`);
      await page.keyboard.press('Tab');
      expect(await hasFocus(page, panel)).toBe(true);
      await page.keyboard.press('Escape');
      await expectFocus(page, 'link to elsewhere');
    }
  });

  test('are a column on wide windows, to which the key for the contents leads', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await page.setViewport({ width: 1400, height: 900 });
    await expectPictures(page);
    await getByRole(page, 'navigation', 'Contents');
    await pressKeys(page, 't');
    await waitFor(() => hasFocus(page, '.page > .contents'), 'the focus in the contents');
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await waitFor(
      () => page.$$eval('.page > .contents li:last-child [aria-current]', ({ length }) => length === 1),
      'the end',
    );
  });
});

test('a heading of the contents is gone to at once where motion is to be reduced', async ({ start }) => {
  const session = await start('chromium');
  // Each of a place of its own: a post is opened where it was left.
  const [first, second] = await fillCopies(session, 2);
  const stepsIn = async (id: string | undefined, motion: 'reduce' | 'no-preference') => {
    const page = await openReader(session, id ?? '');
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: motion }]);
    await page.setViewport({ width: 1400, height: 900 });
    const contents = await getByRole(page, 'navigation', 'Contents');
    await expectPictures(page);
    const link = await getByRole(page, 'link', 'A smaller idea', { within: contents });
    const steps = see.scrollSteps(page);
    await link.click();
    return steps;
  };
  expect(await stepsIn(first?.post.id, 'reduce')).toBe(1);
  expect(await stepsIn(second?.post.id, 'no-preference')).toBeGreaterThan(1);
});

describe.each(BROWSERS)('the place in the reader of %s', (browser) => {
  test('is kept when a post is left at once', async ({ start }) => {
    const session = await start(browser);
    const [first, second] = await fillCopies(session, 3);
    const progressOf = async (id = '') =>
      Number((await libraryRows(await session.barePage())).find((row) => row['id'] === id)?.['progress'] ?? 0);
    const page = await openReader(session, first?.post.id ?? '');
    await getByRole(page, 'button', 'Mark as unread');
    await expectPictures(page);
    await scrollAndBeSeen(page);
    await pressKeys(page, 'j');
    await getByRole(page, 'heading', second?.post.title ?? '');
    await waitFor(async () => (await progressOf(first?.post.id)) > 0.1, 'the place that was left by a key');
    await getByRole(page, 'button', 'Mark as unread');
    await expectPictures(page);
    await scrollAndBeSeen(page);
    await page.close();
    await waitFor(async () => (await progressOf(second?.post.id)) > 0.1, 'the place that was closed');
  });
});

describe.each(BROWSERS)('in Swedish, %s', (browser) => {
  let extension = '';
  beforeAll(async () => {
    extension = await swedishBuild(browser);
  });
  afterAll(() => rm(extension, { recursive: true, force: true }));

  test('the choices of a look have room for their words, and the bar for its buttons', async ({ start }) => {
    const session = await start(browser, { extension });
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await pressKeys(page, 'a');
    await page.waitForSelector('#look label');
    for (const [width, size] of [
      [1280, '100%'],
      [320, '100%'],
      [320, '200%'],
    ] as const) {
      await page.setViewport({ width, height: 700 });
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);
      const wide = await page.$$eval('#look .choices label', (labels) =>
        labels.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((label) => label.textContent),
      );
      expect(wide, `too long at ${width} px, ${size}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await page.$eval('.bar', ({ clientHeight }) => clientHeight)).toBeLessThan(110);
      expect(await page.$eval('.bar-buttons', ({ clientHeight }) => clientHeight), 'one row').toBeLessThan(60);
      expect(await page.$eval('#look', (panel) => panel.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
    }
  });
});

function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((selector) => document.activeElement?.closest(selector) != null, selector);
}

/** Scrolls, and waits until that is seen: what comes at once after it is no accident of the test. */
function scrollAndBeSeen(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('scroll', () => requestAnimationFrame(() => requestAnimationFrame(() => resolve())), {
          once: true,
        });
        scrollTo({ top: document.body.scrollHeight / 3, behavior: 'instant' });
      }),
  );
}
