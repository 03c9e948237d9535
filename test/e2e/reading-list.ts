import type { Page } from 'puppeteer-core';
import type { LibraryPost, PostText } from '../../lib/store/database.ts';
import { fillLibrary, samplePosts } from '../bench/library.ts';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import * as see from './views.ts';

/** The pages in which the reading list is shown. */
export type FramePage = 'popup.html' | 'sidepanel.html' | 'library.html';

/** Puts so many posts into the library, newest first, each changed by its index, and the texts of some. */
export async function fill(
  session: Session,
  count: number,
  change: (index: number) => Partial<LibraryPost> = () => ({}),
  texts: (posts: readonly LibraryPost[]) => readonly PostText[] = () => [],
): Promise<readonly LibraryPost[]> {
  const posts = samplePosts(count).map((post, index) => ({ ...post, ...change(index) }));
  await fillLibrary(await session.barePage(), posts, texts(posts));
  return posts;
}

/** Opens the reading list in a tab of the size that its frame has. */
export async function openList(session: Session, path: FramePage): Promise<Page> {
  const page = await session.openExtensionPage(path);
  await page.setViewport(path === 'library.html' ? { width: 1400, height: 900 } : { width: 400, height: 600 });
  await page.bringToFront();
  await page.waitForSelector('main > :not(.waiting)');
  await expectWhole(page);
  return page;
}

/** Opens the popup's list, and does this in the page in the very moment in which its first posts are there. */
export async function openDoing(session: Session, work: () => void): Promise<Page> {
  const page = await session.openExtensionPage('options.html');
  await page.setViewport({ width: 400, height: 600 });
  await page.bringToFront();
  await page.evaluateOnNewDocument(`new MutationObserver((_, observer) => {
    if (!document.querySelector('.post')) return;
    observer.disconnect();
    (${work})();
  }).observe(document, { childList: true, subtree: true })`);
  await page.evaluate(() => location.assign('/popup.html'));
  return page;
}

/** Waits until all posts of the list are there, and not only the first rows. */
async function expectWhole(page: Page): Promise<void> {
  await waitFor(
    () => page.evaluate(() => document.querySelector('.post')?.getAttribute('aria-setsize') !== '-1'),
    'the whole list',
  );
}

/** Waits until the list that is shown has this name, and its rows begin with these titles. */
export async function expectList(page: Page, name: string, titles: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(titles);
  await waitFor(
    async () => JSON.stringify((await see.listedTitles(page, name)).slice(0, titles.length)) === wanted,
    `the list “${name}” to begin with ${wanted}`,
  );
}

/** Waits until the list that is shown has so many posts, 0 if there is none. */
export async function expectCount(page: Page, count: number): Promise<void> {
  await waitFor(
    () =>
      page.evaluate(
        (count) => Number(document.querySelector('.post')?.getAttribute('aria-setsize') ?? 0) === count,
        count,
      ),
    `${count} posts in the list`,
  );
}

/** Presses the button of a view. */
export async function chooseView(page: Page, view: string): Promise<void> {
  const button = await waitFor(async () => {
    const views = await queryAllByRole(page, 'navigation', 'Views');
    const buttons = views[0] ? await queryAllByRole(page, 'button', new RegExp(`^${view}\\b`), views[0]) : [];
    return buttons[0];
  }, `the view ${view}`);
  await button.click();
}

/** Chooses in one of the list's options, which are open. */
export async function chooseOption(page: Page, label: string, value: string): Promise<void> {
  const select = await getByRole(page, 'combobox', label);
  await waitFor(async () => (await select.select(value)).includes(value), `${label} to offer ${value}`);
}

/** Types into the search, in place of what is there. */
export async function search(page: Page, text: string): Promise<void> {
  const field = await page.waitForSelector('input[type="search"]');
  await field?.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await field?.type(text);
}

/** The accessible name or the text of what has the focus. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

export async function expectFocus(page: Page, name: string): Promise<void> {
  await waitFor(async () => (await focusedName(page)) === name, `the focus on ${name}`);
}

/** Presses keys one after the other. */
export async function pressKeys(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const parts = key.split('+') as Parameters<Page['keyboard']['press']>[0][];
    for (const held of parts.slice(0, -1)) await page.keyboard.down(held);
    await page.keyboard.press(parts.at(-1) ?? 'Enter');
    for (const held of parts.slice(0, -1)) await page.keyboard.up(held);
  }
}

/** Presses a button inside what has this role and name. */
export async function pressIn(page: Page, role: string, name: string | RegExp, button: string): Promise<void> {
  const within = await getByRole(page, role, name);
  await (await getByRole(page, 'button', button, { within })).click();
}
