import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { expectPictures, fillCopies, openReader, putCopies, sampleCopy } from './copies.ts';
import { libraryRows, putRows } from './library-rows.ts';
import { pressKeys } from './reading-list.ts';
import { FEATURE, FIGURES } from './rich-article.ts';
import * as see from './views.ts';

const SOME_TEXT = `<p>${'Some words of the text that somebody reads. '.repeat(20)}</p>`;
/** Its pictures do not say how large they are. */
const UNSIZED = [0, 1, 2, 1, 0, 2]
  .map((at) => `<figure><img src="${FIGURES[at]?.address}" alt="A picture"></figure>${SOME_TEXT}`)
  .join('');
const SIZES = Object.fromEntries(
  [FEATURE, ...FIGURES].map(({ address, width, height }) => [address, { width, height }]),
);
const SHORT = '<p>A few words.</p><p>And a few more.</p>';

describe.each(BROWSERS)('the place in a saved post in %s', (browser) => {
  test('keeps the place, and shares it with the blog’s own page', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    const id = post?.id ?? '';
    const bare = await session.barePage();
    const row = (await libraryRows(bare)).find((row) => row['id'] === id);
    await putRows(bare, [{ ...row, bookmarked: true, bookmarkedAt: Date.now() }]);
    await putCopies(bare, [sampleCopy(row as never, 0)]);
    const page = await openReader(session, id);
    await see.expectBadge(session, '12');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await scrollToPart(page, 0.4);
    const place = await waitFor(async () => placeNear(await rowOf(session, id), 0.4), 'the place');
    const again = await openReader(session, id);
    await waitFor(async () => Math.abs((await progressOf(again)) - place) < 0.02, 'the same place');
    const article = await session.openPage(`${BLOG}/${id}`);
    await article.bringToFront();
    await getByRole(article, 'button', `Continue at ${Math.round(place * 100)}%`);
    await article.evaluate(() => scrollTo(0, document.body.scrollHeight / 6));
    const other = await waitFor(async () => {
      const now = Number((await rowOf(session, id))?.['progress']);
      return Math.abs(now - place) > 0.05 && now;
    }, 'the place on the blog’s page');
    await again.bringToFront();
    await see.press(again, 'button', `Continue at ${Math.round(other * 100)}%`);
    await waitFor(async () => Math.abs((await progressOf(again)) - other) < 0.02, 'the place of the blog’s page');
  });

  test.for([
    ['that the copy knows', SIZES],
    ['that nobody knows', undefined],
  ] as const)('keeps the place beside pictures of a size %s', async ([, sizes], { start }) => {
    const session = await start(browser);
    const place = { progress: 0.6, progressAt: 5, reading: 'read', readingAt: 5 } as const;
    const [first] = await fillCopies(
      session,
      1,
      () => ({ html: UNSIZED, words: 3000, sizes }),
      () => place,
    );
    const id = first?.post.id ?? '';
    for (const time of ['first', 'second']) {
      const page = await openReader(session, id);
      const boxes = await page.$$('.text .picture[data-sized]');
      expect(boxes).toHaveLength(sizes ? 6 : 0);
      await expectPictures(page);
      await waitFor(async () => Math.abs((await partSeen(page)) - 0.6) < 0.01, `the place, the ${time} time`);
      await waitFor(async () => Math.abs((await progressOf(page)) - 0.6) < 0.01, `the progress, the ${time} time`);
    }
    expect(await rowOf(session, id)).toMatchObject({ progress: 0.6 });
  });

  test('marks a post as read once it is finished, which can be undone', async ({ start }) => {
    const session = await start(browser);
    const options = await session.openExtensionPage('options.html');
    await choose(options, 'A post counts as read', 'finished');
    await see.expectText(options, 'Saved.');
    const [first, second] = await fillCopies(session, 2, (index) => ({
      ...(index === 0 && { html: SHORT, words: 8, image: '' }),
    }));
    const page = await openReader(session, first?.post.id ?? '');
    await see.expectStatus(page, 'Marked one post as read.');
    expect((await rowOf(session, first?.post.id))?.['reading']).toBe('read');
    await see.press(page, 'button', 'Undo');
    await see.expectStatus(page, 'One post is unread again.');
    expect((await rowOf(session, first?.post.id))?.['reading']).toBe('unread');
    const long = await openReader(session, second?.post.id ?? '');
    await scrollToPart(long, 1);
    await waitFor(async () => Number((await rowOf(session, second?.post.id))?.['progress']) > 0.9, 'the place');
    expect((await rowOf(session, second?.post.id))?.['reading']).toBe('unread');
  });

  test('marks a post as read when it is opened, and not when it is loaded again', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const id = first?.post.id ?? '';
    const page = await openReader(session, id);
    await waitFor(async () => (await rowOf(session, id))?.['reading'] === 'read', 'it to be read');
    await see.press(page, 'button', 'Mark as unread');
    await see.expectStatus(page, 'Marked one post as unread.');
    await page.evaluate(() => {
      document.body.dataset['before'] = '';
      location.reload();
    });
    await page.waitForSelector('body:not([data-before]) .text > *');
    await getByRole(page, 'button', 'Mark as read');
    expect((await queryAllByRole(page, 'status', /./)).length).toBe(0);
    expect((await rowOf(session, id))?.['reading']).toBe('unread');
    await see.press(page, 'button', 'Remove from saved');
    await see.expectStatus(page, 'Removed one post from saved.');
    await pressKeys(page, 'u');
    await see.expectStatus(page, 'One post is as it was before.');
    await getByRole(page, 'button', 'Remove from saved');
  });
});

function progressOf(page: Page): Promise<number> {
  return page.$eval('progress.line', (line) => (line as HTMLProgressElement).value);
}

/** How much of the text has come onto the screen. */
function partSeen(page: Page): Promise<number> {
  return page.$eval('.text', (text) => {
    const { top, height } = text.getBoundingClientRect();
    return (innerHeight - top) / height;
  });
}

/** Scrolls so far that this part of the text has come onto the screen. */
function scrollToPart(page: Page, part: number): Promise<void> {
  return page.evaluate((part) => {
    const { top, height } = document.querySelector('.text')?.getBoundingClientRect() ?? new DOMRect();
    scrollTo({ top: scrollY + top + part * height - innerHeight, behavior: 'instant' });
  }, part);
}

async function rowOf(session: Session, id = ''): Promise<Record<string, unknown> | undefined> {
  return (await libraryRows(await session.barePage())).find((row) => row['id'] === id);
}

function placeNear(row: Record<string, unknown> | undefined, place: number): number | undefined {
  const stored = Number(row?.['progress']);
  return Math.abs(stored - place) < 0.05 ? stored : undefined;
}

async function choose(page: Page, name: string, value: string): Promise<void> {
  const select = await getByRole(page, 'combobox', name);
  await select.evaluate((element, value) => {
    (element as HTMLSelectElement).value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
}
