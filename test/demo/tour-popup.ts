import type { ElementHandle, Page } from 'puppeteer-core';
import { getByRole, queryAllByRole, textOf } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { check } from './checks.ts';

/** The popup in a tab of its own, of the size that it has under the toolbar button. */
export async function openPopup(session: Session): Promise<Page> {
  const page = await session.openExtensionPage('popup.html');
  await page.setViewport({ width: 400, height: 600 });
  return page;
}

/** Prints the posts that the popup lists: as many as are unread. */
export async function printRows(popup: Page, unread: number): Promise<void> {
  await getByRole(popup, 'heading', 'Liner Notes');
  const rows = await rowsOf(popup);
  check(rows.length === unread, `The popup lists ${rows.length} posts, and the badge says ${unread}.`);
  console.log(`   The popup lists ${rows.length} unread posts:`);
  const lines = await Promise.all(rows.map(describeRow));
  for (const [index, line] of lines.entries()) console.log(`   ${String(index + 1).padStart(4)}. ${line}`);
}

/** Opens the popup's first post by its link, as a person does; answers its title and the tab that it is in. */
export async function openFirstPost(session: Session, popup: Page): Promise<{ title: string; tab: Page }> {
  await popup.bringToFront();
  const [row] = await rowsOf(popup);
  check(row !== undefined, 'The popup lists no post.');
  const link = await getByRole(popup, 'link', /./, { within: row });
  const title = await textOf(link);
  const url = await link.evaluate((element) => element.getAttribute('href'));
  await link.click();
  const opened = async () => (await session.browser.pages()).find((page) => page.url() === url);
  const tab = await waitFor(opened, `a tab with ${url}`);
  await getByRole(tab, 'heading', title);
  console.log(`   Clicked "${title}" in the popup: it opened in a tab.`);
  return { title, tab };
}

async function rowsOf(popup: Page): Promise<ElementHandle[]> {
  return queryAllByRole(popup, 'listitem', undefined, await getByRole(popup, 'list', 'Unread posts'));
}

function describeRow(row: ElementHandle): Promise<string> {
  return row.evaluate((element) => {
    const day = element.querySelector('time')?.dateTime;
    const title = element.querySelector('h3')?.textContent;
    const categories = [...element.querySelectorAll('.category')].map(({ textContent }) => textContent);
    return `${day}  ${title}  [${categories.join(', ')}]`;
  });
}
