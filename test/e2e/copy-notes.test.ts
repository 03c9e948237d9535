import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { fillCopies } from './copies.ts';
import { chooseView, openList } from './reading-list.ts';
import { LOST } from './rich-article.ts';
import { openSaved } from './saved-copies.ts';
import * as see from './views.ts';

const MANY = Array.from(
  { length: 30 },
  (_, index) => ({ address: `${LOST.address}${index}`, code: 'refused' }) as const,
);

describe.each(BROWSERS)('what is said of copies in %s', (browser) => {
  test('looks as the menus do from the start, and is said as it changes', async ({ start, replica }) => {
    const session = await start(browser);
    await fillCopies(session, 1, () => ({ missing: MANY }));
    replica.setFault('article', { kind: 'slow', ms: 20_000 });
    const page = await openSaved(session);
    const saved = await page.waitForSelector('.state.saved');
    await page.waitForSelector('.copy-note');
    expect(await saved?.evaluate(linesOf, 'Saved')).toBe(1);
    await see.press(page, 'button', /^Copied without 30 pictures/);
    const look = await page.$eval('.copy-details', (details) => {
      const { borderTopWidth, boxShadow } = getComputedStyle(details);
      const list = details.querySelector('ul') ?? details;
      return [
        borderTopWidth,
        boxShadow === 'none',
        getComputedStyle(details).fontWeight,
        getComputedStyle(list).listStyleType,
      ];
    });
    expect(look).toEqual(['1px', false, '400', 'disc']);
    // A person sees that there is more of it.
    expect(await page.$eval('.copy-details ul', (list) => getComputedStyle(list).backgroundImage)).toContain(
      'gradient',
    );
    await see.expectAccessible(page);
    await see.press(page, 'button', 'Copy again');
    await see.expectStatus(page, 'Copying');
    replica.setFault('article', undefined);
    await see.expectStatus(page, 'Copy not renewed');
  });

  test('asks whether to keep them, in any list and below it, and is put aside', async ({ start }) => {
    const session = await start(browser);
    const [, other] = await fillCopies(
      session,
      2,
      () => ({}),
      (i) => (i === 1 ? { bookmarked: false, bookmarkedAt: 0 } : {}),
    );
    for (const path of ['popup.html', 'sidepanel.html'] as const) {
      const list = await openList(session, path);
      // One thing is asked at a time.
      await getByRole(list, 'button', 'Fetch them');
      expect(await queryAllByRole(list, 'button', 'Keep them for good')).toEqual([]);
      await chooseView(list, 'Saved');
      await getByRole(list, 'button', 'Keep them for good');
      await see.expectAccessible(list);
      await list.close();
    }
    // But whoever saves something is asked then.
    const popup = await openList(session, 'popup.html');
    await chooseView(popup, 'Unread');
    await getByRole(popup, 'button', 'Fetch them');
    await see.press(popup, 'button', `Save: ${other?.post.title}`);
    await see.press(popup, 'button', 'Close this message');
    await getByRole(popup, 'button', 'Keep them for good');
    await popup.close();
    const page = await openList(session, 'library.html');
    await chooseView(page, 'Saved');
    const options = await session.openExtensionPage('options.html');
    await page.bringToFront();
    const ask = await getByRole(page, 'button', 'Keep them for good');
    const inset = (element: Element) =>
      element.getBoundingClientRect().left - (element.closest('.told')?.getBoundingClientRect().left ?? 0);
    expect(await ask.evaluate(inset)).toBeGreaterThan(8);
    await page.evaluate(() => {
      navigator.storage.persist = async () => false;
    });
    await ask.click();
    const close = await getByRole(page, 'button', 'Close this message');
    await see.expectText(page, 'Your browser may clear your whole library');
    await options.bringToFront();
    await see.expectText(options, 'Your browser may clear your whole library');
    await options.evaluate(() => {
      navigator.storage.persist = async () => false;
    });
    await see.press(options, 'button', 'Keep them for good');
    await see.expectStatus(options, 'Your browser does not promise that now. You can ask again later.');
    await page.bringToFront();
    await close.click();
    await waitFor(async () => (await queryAllByRole(page, 'button', 'Close this message')).length === 0, 'no answer');
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});

/** In how many lines a word of an element is. */
function linesOf(element: Element, word: string): number {
  const text = [...element.childNodes].find((node) => node.textContent === word);
  const range = document.createRange();
  if (text) range.selectNodeContents(text);
  return range.getClientRects().length;
}
