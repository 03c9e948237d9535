import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole, textOf } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { copied, spyOnClipboard } from './clipboard.ts';
import { expectPictures, fillCopies, openReader } from './copies.ts';
import { expectFocus, pressKeys } from './reading-list.ts';
import { FIGURES, LOST } from './rich-article.ts';
import * as see from './views.ts';

const SHORT = '<p>A few words.</p><p>And a few more.</p>';

describe.each(BROWSERS)('the reader in %s', (browser) => {
  test('shows a saved post whole, without a network, and says which pictures it lacks', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 2);
    await session.setOffline(true);
    const page = await openReader(session, first?.post.id ?? '');
    await getByRole(page, 'heading', first?.post.title ?? '');
    expect(await page.title()).toBe(`${first?.post.title} · Liner Notes`);
    await expectPictures(page);
    const header = await page.$eval('.title-block', (element) => (element as HTMLElement).innerText);
    expect(header).toContain('By Ada Example and Grace Sample');
    expect(header).toMatch(/\d+ minutes to read/);
    expect(await naturalSizes(page)).toEqual(FIGURES.map(({ width, height }) => [width, height]));
    const missing = await page.$eval('.missing-picture', (element) => (element as HTMLElement).innerText);
    expect(missing).toContain('The same data with the outliers left in');
    expect(missing).toContain('This picture is not in the copy, since its server did not give it.');
    expect(await page.$$(`img[data-original="${LOST.address}"]`)).toHaveLength(0);
    expect(await page.$eval('math', (math) => math.getBoundingClientRect().height)).toBeGreaterThan(20);
    expect((await page.$eval('.text', (text) => text.textContent)).split(/\s+/).length).toBeGreaterThan(3000);
    await getByRole(page, 'link', 'Video: how we did it');
    const ways = await page.$$eval('.text a[href^="http"]', (links) =>
      links.map(({ target, rel }) => `${target} ${rel}`),
    );
    expect(new Set(ways)).toEqual(new Set(['_blank noopener noreferrer']));
    await see.expectAccessible(page);
    // The end of the text follows its beginning: whoever looks for something finds it there too.
    expect(
      await page.evaluate(() =>
        Reflect.apply(Reflect.get(window, 'find'), window, ['Even when one takes this into account']),
      ),
    ).toBe(true);
    await waitFor(() => page.evaluate(() => scrollY > innerHeight), 'the words to be scrolled to');
  });

  test('leads through the contents, and tells where the reader is', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await page.setViewport({ width: 1400, height: 900 });
    await page.keyboard.press('Tab');
    await expectFocus(page, 'To the text');
    await see.expectAccessible(page);
    await page.keyboard.press('Enter');
    await waitFor(() => page.evaluate(() => document.activeElement?.id === 'text'), 'the focus on the text');
    const contents = await getByRole(page, 'navigation', 'Contents');
    await (await getByRole(page, 'link', 'A smaller idea', { within: contents })).click();
    await waitFor(async () => (await currentHeading(page)) === 'A smaller idea', 'the heading to be marked');
    const top = () => page.$eval('.text h2:nth-of-type(4)', (heading) => heading.getBoundingClientRect().top);
    await waitFor(async () => (await top()) > 0 && (await top()) < 200, 'the heading at the top');
    await page.setViewport({ width: 500, height: 800 });
    await waitFor(async () => (await queryAllByRole(page, 'navigation', 'Contents')).length === 0, 'no column');
    // On the way up the bar comes back; what the narrower page scrolls by itself may come between.
    const isBarSeen = () => page.$eval('.bar', (bar) => bar.getBoundingClientRect().top >= 0);
    await waitFor(async () => {
      await page.evaluate(() => scrollBy({ top: -50, behavior: 'instant' }));
      return isBarSeen();
    }, 'the bar');
    await see.press(page, 'button', 'Contents');
    const panel = await getByRole(page, 'navigation', 'Contents');
    await see.expectAccessible(page);
    await (await getByRole(page, 'link', 'What the numbers say', { within: panel })).click();
    await waitFor(async () => (await queryAllByRole(page, 'navigation', 'Contents')).length === 0, 'a closed panel');
  });

  test('shows notes where they are referred to, for mouse and keyboard', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await see.press(page, 'button', '1');
    const note = await getByRole(page, 'dialog', 'Note 1');
    expect(await textOf(note)).toBe('In a meeting, which took longer. Close the note');
    await see.expectAccessible(page);
    await page.keyboard.press('Escape');
    await waitFor(async () => (await queryAllByRole(page, 'dialog')).length === 0, 'no note');
    await expectFocus(page, '1');
    const second = await getByRole(page, 'button', '2');
    await second.focus();
    await page.keyboard.press('Enter');
    await getByRole(page, 'dialog', 'Note 2');
    await see.press(page, 'button', 'Close the note');
    await waitFor(async () => (await queryAllByRole(page, 'dialog')).length === 0, 'no note');
    await expectFocus(page, '2');
    expect(await page.$$eval('.text ol:last-of-type > li', (notes) => notes.length)).toBe(3);
  });

  test('colours code in the language that is named, and copies it as it is', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await page.waitForSelector('code.language-python .hljs-keyword');
    expect(await page.$eval('code.language-python', (code) => code.textContent)).toContain('    estimate = treatment');
    expect(
      await page.$$eval('pre:not(:has(.language-python, .language-typescript)) span', (parts) => parts.length),
    ).toBe(0);
    await spyOnClipboard(page);
    const [copy] = await queryAllByRole(page, 'button', 'Copy code');
    await copy?.click();
    await see.expectStatus(page, 'The code was copied.');
    expect(await copied(page)).toMatch(/^def has_effect[\s\S]+\n {4}return not \(low <= 0 <= high\)$/);
    const scroller = (await queryAllByRole(page, 'group', 'Code'))[0];
    await scroller?.focus();
    await page.keyboard.press('ArrowRight');
    await waitFor(async () => scroller?.evaluate((pre) => pre.scrollLeft > 0), 'the code to scroll');
  });

  test('shows a picture by itself, larger and smaller', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await expectPictures(page);
    const button = await getByRole(page, 'button', 'Enlarge: Boxes and arrows between services');
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = await getByRole(page, 'dialog', 'Boxes and arrows between services');
    await see.expectText(page, 'Figure 1: how a request travels');
    const width = () => dialog.$eval('img', (image) => image.getBoundingClientRect().width);
    const fitting = await width();
    await page.keyboard.press('+');
    await waitFor(async () => (await width()) > fitting * 1.3, 'a larger picture');
    await see.press(page, 'button', 'Smaller');
    await waitFor(async () => (await width()) < fitting * 1.1, 'a smaller picture');
    await see.expectAccessible(page);
    await page.keyboard.press('Escape');
    await waitFor(async () => (await queryAllByRole(page, 'dialog')).length === 0, 'no picture');
    await expectFocus(page, 'Enlarge: Boxes and arrows between services');
    expect(await page.$$('button.picture img[width="24"]')).toHaveLength(0);
  });

  test('goes on to the next saved post and back, with keys too, and to the blog', async ({ start }) => {
    const session = await start(browser);
    const [first, second, third] = await fillCopies(session, 3, () => ({ html: SHORT }));
    const page = await openReader(session, second?.post.id ?? '');
    await getByRole(page, 'button', 'Mark as unread');
    await getByRole(page, 'link', `Previous saved post ${first?.post.title}`);
    await see.press(page, 'link', `Next saved post ${third?.post.title}`);
    await getByRole(page, 'heading', third?.post.title ?? '');
    await getByRole(page, 'button', 'Mark as unread');
    expect(await queryAllByRole(page, 'link', /^Next saved post/)).toHaveLength(0);
    await pressKeys(page, 'k');
    await getByRole(page, 'heading', second?.post.title ?? '');
    await pressKeys(page, '?');
    await see.expectText(page, 'to the next saved post');
    await see.expectAccessible(page);
    await page.keyboard.press('Escape');
    for (const key of ['+', '+', '-'] as const) await page.keyboard.press(key);
    await waitFor(
      () => page.evaluate(() => document.documentElement.style.getPropertyValue('--text-size') === '1.1'),
      'larger text',
    );
    const original = await getByRole(page, 'link', 'Open on the blog');
    expect(await original.evaluate((link) => (link as HTMLAnchorElement).href)).toBe(second?.post.url);
    expect(await original.evaluate((link) => (link as HTMLAnchorElement).rel)).toBe('noopener noreferrer');
  });
});

async function naturalSizes(page: Page): Promise<number[][]> {
  return page
    .$$eval('.text img', (images) =>
      images.map((image) => [image.naturalWidth, image.naturalHeight] as [number, number]),
    )
    .then((sizes) => [sizes[0], sizes[1], sizes[3], sizes[2]].filter((size) => size !== undefined));
}

function currentHeading(page: Page): Promise<string | null> {
  return page.evaluate(() => document.querySelector('.contents [aria-current]')?.textContent ?? null);
}
