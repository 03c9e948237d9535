import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the frames of the reading list in %s', (browser) => {
  test('lead to each other', async ({ start, replica }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await list.openList(session, 'popup.html');
    await see.press(popup, 'button', 'Open beside the page');
    await waitFor(() => session.hasSidePanel(), 'the side panel');
    const again = await list.openList(session, 'popup.html');
    await see.press(again, 'button', 'Open the library');
    const library = await waitFor(async () => {
      for (const page of await session.browser.pages()) {
        if ((await page.evaluate(() => location.pathname).catch(() => '')) === '/library.html') return page;
      }
      return undefined;
    }, 'the library');
    await library.setViewport({ width: 1400, height: 900 });
    const [first] = replica.posts();
    await list.expectList(library, 'Unread posts', [see.collapsed(first?.title ?? '')]);
    await list.pressKeys(library, 'j');
    const [preview] = await queryAllByRole(library, 'complementary', 'Preview');
    expect(await library.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('14px');
    expect(await leftOf(library, 'nav')).toBeLessThan(await leftOf(library, 'main'));
    expect(await leftOf(library, 'main')).toBeLessThan(await leftOf(library, '.preview'));
    await waitFor(
      async () => (await preview?.evaluate((element) => element.textContent))?.includes(first?.title ?? '-'),
      'the preview of the first post',
    );
    await see.expectAccessible(library);
  });

  test('count the posts of each category in the view, and choose none in a search', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, 9, (i) => ({
      title: `Post ${i}`,
      categories: i % 2 ? ['Data', 'Web'] : ['Data'],
      reading: i < 4 ? 'unread' : 'archived',
    }));
    const library = await list.openList(session, 'library.html');
    await expectCategories(library, ['All categories', 'Data 4', 'Web 2']);
    const preview = await getByRole(library, 'complementary', 'Preview');
    expect(await preview.evaluate(({ textContent }) => textContent)).toBe('Choose a post to see more of it here.');
    await list.chooseView(library, 'Saved');
    await see.expectText(library, 'Nothing saved yet.');
    expect(await preview.evaluate(({ textContent }) => textContent)).toBe('');
    await list.chooseView(library, 'Archive');
    await expectCategories(library, ['All categories', 'Data 5', 'Web 2']);
    await see.press(library, 'button', 'Web 2');
    await list.expectList(library, 'Archived posts', ['Post 5', 'Post 7']);
    await expectCategories(library, ['All categories', 'Data 5', 'Web 2']);
    expect(await chosenCategories(library)).toEqual(['Web 2']);
    await see.press(library, 'button', 'List options');
    await list.search(library, 'post');
    await list.expectCount(library, 9);
    expect(await chosenCategories(library)).toEqual([]);
    const select = await getByRole(library, 'combobox', 'Category');
    expect(await select.evaluate((element) => (element as HTMLSelectElement).value)).toBe('');
    await see.press(library, 'button', 'Data 5');
    await list.expectCount(library, 5);
    expect(await chosenCategories(library)).toEqual(['Data 5']);
  });

  test('can be opened at 400 % and 320 pixels, where nothing is cut off', async ({ start }) => {
    const session = await start(browser);
    const word = 'category'.repeat(8);
    await list.fill(session, 20, (i) => (i < 2 ? { categories: [word] } : {}));
    const options = await session.openExtensionPage('options.html');
    await options.setViewport({ width: 320, height: 256 });
    await getByRole(options, 'checkbox', word);
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await options.close();
    for (const frame of ['popup.html', 'sidepanel.html', 'library.html'] as const) {
      const page = await list.openList(session, frame);
      await page.setViewport({ width: 320, height: 256 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await list.pressKeys(page, 'j', 'x', 's');
      await see.expectStatus(page, 'Saved one post.');
      await waitFor(() => isSeen(page, '.selection'), 'the selection to be seen');
      await list.pressKeys(page, 'Escape');
      await waitFor(() => isSeen(page, '.notice button'), 'the button to undo to be seen');
      await see.expectAccessible(page);
      await see.press(page, 'button', 'Undo');
      await see.expectStatus(page, 'One post is as it was before.');
      await page.close();
    }
  });
});

test('the list keeps telling what is chosen where the reader has colours of their own', async ({ start }) => {
  const session = await start('chromium');
  await list.fill(session, 20, (i) => ({ title: `Post ${i}` }));
  const page = await list.openList(session, 'popup.html');
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await see.press(page, 'checkbox', 'Select: Post 1');
  const outlined = () =>
    page.$$eval('.post', (rows) => rows.map((row) => getComputedStyle(row).outlineStyle === 'solid'));
  await waitFor(async () => (await outlined())[1], 'the outline of what is selected');
  expect((await outlined())[0]).toBe(false);
  expect(await page.$eval('.views [aria-current]', (view) => getComputedStyle(view).outlineStyle)).toBe('solid');
  await see.expectAccessible(page);
});

test('the list, what it says of itself, and the options are accessible in the dark', async ({ start, replica }) => {
  const session = await start('chromium');
  await see.expectBadge(session, '13');
  replica.setReachable(false);
  const DARK = [{ name: 'prefers-color-scheme', value: 'dark' }];
  const options = await session.openExtensionPage('options.html');
  await options.emulateMediaFeatures(DARK);
  await see.expectText(options, 'Your library has');
  await see.expectAccessible(options);
  for (const frame of ['popup.html', 'library.html'] as const) {
    const page = await list.openList(session, frame);
    await page.emulateMediaFeatures(DARK);
    await list.pressKeys(page, 'j', 'x', 's');
    await see.expectStatus(page, 'Saved one post.');
    await see.press(page, 'button', 'Check now');
    await see.expectText(page, 'The blog could not be reached.');
    await see.expectAccessible(page);
    await list.pressKeys(page, 'Control+z');
    await see.expectStatus(page, 'One post is as it was before.');
  }
});

/** Whether the middle of the first such element can be seen, and nothing is above it. */
function isSeen(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((selector) => {
    const element = document.querySelector(selector);
    const { left, top, right, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
    return element?.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)) ?? false;
  }, selector);
}

/** How far to the right the first such element begins, in CSS pixels. */
function leftOf(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (selector) => document.querySelector(selector)?.getBoundingClientRect().left ?? Number.NaN,
    selector,
  );
}

/** Waits until the column of categories says just this. */
function expectCategories(page: Page, texts: readonly string[]): Promise<unknown> {
  const wanted = JSON.stringify(texts);
  return waitFor(async () => JSON.stringify(await categoriesOf(page, 'button')) === wanted, `the categories ${wanted}`);
}

function chosenCategories(page: Page): Promise<string[]> {
  return categoriesOf(page, 'button[aria-current]');
}

function categoriesOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll(`.categories ${selector}`)].map(({ textContent }) => textContent.trim()),
    selector,
  );
}
