import type { Page, Viewport } from 'puppeteer-core';
import { waitFor } from '../launch/wait-for.ts';
import { type Figure, plainFigure } from './figure.ts';
import { POPUP_VIEWPORT } from './first-paint.ts';
import type { Library } from './libraries.ts';

const TIMEOUT_MS = 30_000;

/** A page of the extension with the reading list, and its size in CSS pixels. */
interface ListPage {
  readonly path: string;
  readonly viewport: Viewport;
  /** Whether it has a window of its own, and is seen beside others. */
  readonly isWindow?: boolean;
}

const POPUP: ListPage = { path: 'popup.html', viewport: POPUP_VIEWPORT };

/** Opens the reading list, waits until all of its posts are there, and does the work with it. */
export async function onWholeList<T>(
  { session, count }: Pick<Library, 'session' | 'count'>,
  work: (page: Page) => Promise<T>,
  { path, viewport, isWindow = false }: ListPage = POPUP,
): Promise<T> {
  const page = await session.browser.newPage({ type: isWindow ? 'window' : 'tab' });
  try {
    await page.setViewport(viewport);
    await page.goto(`${session.extensionOrigin}/${path}`);
    await untilWhole(page, count);
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Waits until a list of so many posts is there, and only those near to what is seen are drawn. */
export async function untilWhole(page: Page, count: number): Promise<void> {
  await waitFor(() => page.evaluate(isWhole, count), `the list of ${count} posts`, TIMEOUT_MS);
}

/** How many rows are drawn of all. */
export function drawnFigure(library: Library): Promise<Figure> {
  return onWholeList(library, async (page) => {
    const drawn = await page.evaluate(() => document.querySelectorAll('.post').length);
    const name = `popup, ${library.count.toLocaleString('en')} posts, drawn`;
    return plainFigure(name, drawn, 'rows', { most: 100, text: '≤ 100' });
  });
}

/** Runs in the page. Room is left below as soon as not all rows are drawn. */
function isWhole(count: number): boolean {
  const rows = document.querySelector<HTMLElement>('.posts');
  const isListed = rows?.querySelector(`.post[aria-setsize="${count}"] h3`) != null;
  return isListed && Number.parseFloat(rows?.style.paddingBlockEnd ?? '') > 0;
}
