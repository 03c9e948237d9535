import type { Page } from 'puppeteer-core';
import { getByRole, queryAllByRole, textOf } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { check } from './checks.ts';

/** The library in a wide tab: views and categories, the list, and the preview of its first post. */
export async function openLibrary(session: Session): Promise<Page> {
  const page = await session.openExtensionPage('library.html');
  await page.setViewport({ width: 1280, height: 900 });
  await page.bringToFront();
  const list = await getByRole(page, 'list', 'Unread posts');
  const [first] = await queryAllByRole(page, 'link', undefined, list);
  check(first !== undefined, 'The library lists no post.');
  await first.focus();
  await getByRole(page, 'button', 'Open the post');
  return page;
}

/** Prints the views and the categories, with their numbers. */
export async function printViews(page: Page): Promise<void> {
  for (const name of ['Views', 'Category']) {
    const column = await getByRole(page, 'navigation', name);
    const buttons = await queryAllByRole(page, 'button', undefined, column);
    console.log(`   ${name}: ${(await Promise.all(buttons.map(textOf))).join(' · ')}`);
  }
}

/** Types a word into the search, and prints the titles of what is found; each row has to show the word somewhere. */
export async function searchLibrary(page: Page, word: string): Promise<void> {
  await (await getByRole(page, 'combobox', 'Search your library')).type(word);
  const rows = await waitFor(async () => {
    const [list] = await queryAllByRole(page, 'list', 'Found posts');
    const rows = list ? await queryAllByRole(page, 'listitem', undefined, list) : [];
    return rows.length > 0 && rows;
  }, `posts with "${word}"`);
  const titles = await Promise.all(rows.map((row) => row.evaluate((row) => row.querySelector('h3')?.textContent)));
  console.log(`   Typed "${word}" into the search: it found ${rows.length} posts:`);
  for (const title of titles) console.log(`      ${title}`);
  const marked = await Promise.all(rows.map((row) => row.evaluate((row) => row.querySelector('mark') !== null)));
  check(marked.every(Boolean), `A row of what was found does not show "${word}".`);
}
