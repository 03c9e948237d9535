import axe from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG } from './blog-test.ts';

/** What a reader sees of one card of a listing page. */
export interface SeenCard {
  readonly id: string;
  readonly reading: string | null;
  readonly visible: boolean;
  readonly marks: number;
  /** Whether it is so near to the screen that its mark is drawn. */
  readonly near: boolean;
}

export async function expectBadge(session: Session, text: string): Promise<void> {
  await waitFor(async () => (await session.badge()) === text, `the badge ${JSON.stringify(text)}`);
}

export async function openPopup(session: Session): Promise<Page> {
  const popup = await session.openExtensionPage('popup.html');
  await getByRole(popup, 'heading', 'Liner Notes');
  await popup.waitForSelector('main > :not(.waiting)');
  return popup;
}

/** The titles that the reading list has drawn, in its order. */
export async function listedTitles(page: Page, name = 'Unread posts'): Promise<string[]> {
  const [list] = await queryAllByRole(page, 'list', name);
  if (!list) return [];
  return list.evaluate((list) =>
    [...list.querySelectorAll('.post :is(h3, h4)')].map((title) => title.textContent.replace(/\s+/g, ' ').trim()),
  );
}

export async function expectListed(popup: Page, titles: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(titles.map(collapsed));
  await waitFor(async () => JSON.stringify(await listedTitles(popup)) === wanted, `the popup to list ${wanted}`);
}

/** The page's cards as a reader sees them, in its order. */
export function seenCards(page: Page): Promise<SeenCard[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.sticky-post, .post-card, .main-post, li.post')].map((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      const [, year, month, slug] = /\/(\d{4})\/0?(\d+)\/([^/]+)/.exec(card.querySelector('a')?.href ?? '') ?? [];
      return {
        id: `${year}/${month}/${slug}`,
        reading: card.getAttribute('data-liner-notes'),
        visible: card.checkVisibility(),
        marks: card.querySelectorAll('liner-notes-mark').length,
        near: bottom > -innerHeight && top < 2 * innerHeight,
      };
    }),
  );
}

/** Opens a listing page and waits until all of its cards are marked. */
export async function openListing(session: Session, path = '/'): Promise<Page> {
  const page = await session.openPage(BLOG + path);
  await page.setViewport({ width: 1280, height: 900 });
  await expectAllMarked(page);
  return page;
}

export async function expectAllMarked(page: Page): Promise<void> {
  await waitFor(async () => {
    const cards = await seenCards(page);
    return cards.length > 0 && cards.every(({ reading }) => reading !== null);
  }, 'a mark on every card');
}

export async function expectReading(page: Page, id: string, reading: string): Promise<void> {
  await waitFor(async () => {
    const cards = (await seenCards(page)).filter((card) => card.id === id);
    return cards.length > 0 && cards.every((card) => card.reading === reading);
  }, `${id} to be shown as ${reading}`);
}

/** The ids of the posts whose cards the reader can see, each once. */
export async function visibleIds(page: Page): Promise<string[]> {
  return [...new Set((await seenCards(page)).filter(({ visible }) => visible).map(({ id }) => id))];
}

/** Waits until only these posts' cards can be seen, and every card near the screen bears one mark, and none bears two. */
export async function expectVisible(page: Page, ids: readonly string[]): Promise<void> {
  await waitFor(
    async () => same(await visibleIds(page), ids) && (await seenCards(page)).every(isMarkedOnce),
    `only these cards, marked: ${ids.join(', ')}`,
  );
}

function isMarkedOnce({ visible, near, marks }: SeenCard): boolean {
  return marks === 1 || (marks === 0 && !(visible && near));
}

/** Opens the filter of a listing page. */
export async function openFilter(page: Page): Promise<void> {
  await press(page, 'button', 'Filter');
  await getByRole(page, 'searchbox', 'Words in title or excerpt');
}

/** Closes the filter, which stands above the lower part of the page. */
export async function closeFilter(page: Page): Promise<void> {
  await press(page, 'button', 'Filter');
  await waitFor(
    async () => (await queryAllByRole(page, 'searchbox', 'Words in title or excerpt')).length === 0,
    'no filter',
  );
}

/** Presses the control that has this role and name, as a person would. */
export async function press(page: Page, role: string, name: string | RegExp): Promise<void> {
  const control = await getByRole(page, role, name);
  try {
    await scrollTo(control);
    await control.click();
  } catch (error) {
    // What was drawn anew just then has not been pressed.
    if (!String(error).includes('detached')) throw error;
    await press(page, role, name);
  }
}

/** Has a control in sight where it stays: a person does not press what is still moving. */
async function scrollTo(control: ElementHandle<Element>): Promise<void> {
  if (await control.isIntersectingViewport({ threshold: 1 })) return;
  await control.scrollIntoView();
  let before: string | undefined;
  const stays = async () => {
    const place = JSON.stringify(await control.boundingBox());
    const isSame = place === before;
    before = place;
    return isSame;
  };
  await waitFor(stays, 'a control to stay where it is');
}

/** Follows the title of the first card that shows this post, until the post is there. */
export async function openFromPage(page: Page, title: string): Promise<void> {
  const [heading] = await queryAllByRole(page, 'heading', collapsed(title));
  const link = await heading?.evaluateHandle((element) => element.closest('a') ?? element.querySelector('a'));
  const element = link?.asElement();
  if (!element) throw new Error(`There is no link to ${title}.`);
  const listing = page.url();
  await (element as ElementHandle<Element>).click();
  await waitFor(async () => page.url() !== listing && (await isLoaded(page)), `${title} to be open`);
}

/** Goes back in the history of the tab. */
export async function goBack(page: Page): Promise<void> {
  const left = page.url();
  await page.evaluate(() => void setTimeout(() => history.back()));
  await waitFor(
    async () => (await page.evaluate(() => location.href)) !== left && (await isLoaded(page)),
    'the page before',
  );
}

// Firefox complains of whoever asks where something is in a page that is not loaded.
function isLoaded(page: Page): Promise<boolean> {
  return page.evaluate(() => document.readyState === 'complete' && document.querySelector('h1, h2') !== null);
}

export async function expectText(page: Page, text: string, timeout?: number): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.body.innerText.includes(wanted), text);
  await waitFor(isThere, `the text “${text}”`, timeout);
}

export async function expectOpen(session: Session, id: string): Promise<Page> {
  const isPost = (page: Page) => new RegExp(`/${id.replace('/', '/0?')}/?$`).test(page.url());
  return waitFor(async () => (await session.browser.pages()).find(isPost), `${id} to be open in a tab`);
}

export const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();

const same = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);

/** Waits until a live region of the page says this. */
export async function expectStatus(page: Page, text: string): Promise<void> {
  await waitFor(async () => {
    const statuses = await queryAllByRole(page, 'status');
    const texts = await Promise.all(statuses.map((status) => status.evaluate((element) => element.textContent)));
    return texts.includes(text);
  }, `the status “${text}”`);
}

/** Opens the newest of 13 unread posts in a tab, and marks it unread again on the home page in another. */
export async function openAndMarkUnread(session: Session, id: string): Promise<{ article: Page; listing: Page }> {
  const article = await session.openPage(`${BLOG}/${id}`);
  await expectBadge(session, '12');
  const listing = await openListing(session);
  await press(listing, 'button', /^Mark as unread: Beyond Winning/);
  await expectBadge(session, '13');
  return { article, listing };
}

/** Turns notifications on in the options, where the browser asks for the permission. The background starts anew after it. */
export async function allowNotifications(session: Session): Promise<void> {
  const options = await session.openExtensionPage('options.html');
  await press(options, 'checkbox', 'Notify me of new posts');
  await waitFor(
    async () =>
      (await queryAllByRole(options, 'checkbox', 'Notify me of new posts'))[0]?.evaluate(
        (box) => (box as HTMLInputElement).checked,
      ),
    'notifications to be on',
  );
  await options.close();
  await session.stopBackground();
}

/** In how many steps the page will have scrolled once it stands still again. */
export function scrollSteps(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        addEventListener('scroll', ({ isTrusted }) => isTrusted && count++);
        addEventListener('scrollend', () => resolve(count), { once: true });
      }),
  );
}

/** Axe finds nothing wrong with the page. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsIn(page, ['html'])).toEqual([]);
}

/** What axe finds wrong with these elements, their shadow roots included. */
export async function violationsIn(page: Page, selectors: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (include) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results = await axe.run({ include });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, selectors);
}

/** Waits until the mark on the card of a post says this. */
export async function expectMarkText(page: Page, id: string, text: string): Promise<void> {
  await waitFor(
    () =>
      page.evaluate(
        (id, text) => {
          const [year, month, slug] = id.split('/');
          const link = document.querySelector(
            `a[href*="${year}/${month}/${slug}"], a[href*="${year}/0${month}/${slug}"]`,
          );
          const root = link?.closest('[data-liner-notes]')?.querySelector('liner-notes-mark')?.shadowRoot;
          return root?.querySelector('.mark')?.textContent.includes(text);
        },
        id,
        text,
      ),
    `the mark “${text}”`,
  );
}

/** Waits until what floats above the page says this. */
export async function expectDockText(page: Page, text: RegExp): Promise<void> {
  await waitFor(async () => {
    const said = await page.evaluate(
      () => document.querySelector('liner-notes-dock')?.shadowRoot?.querySelector('.dock')?.textContent,
    );
    return text.test(said ?? '');
  }, `a text like ${text}`);
}
