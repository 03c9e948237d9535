import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole, queryAllByRole, textOf } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { letNextCheckCome } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows, putRows } from './library-rows.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

const POSTS = [
  { title: 'Kubernetes at scale', excerpt: 'How we run it.', categories: ['Infrastructure'] },
  { title: 'A day in Malmö', excerpt: 'Our offices, and Kubernetes.', categories: ['People'] },
  { title: 'Experimenting with data', excerpt: 'Statistics for all.', categories: ['Data Science', 'Data'] },
  { title: 'Nothing to see', excerpt: '', categories: ['Data'] },
] as const;

const FOUND = 'Found posts';
const STATES = 'after “is:” comes unread, read, archived, saved or begun.';

describe.each(BROWSERS)('the search in %s', (browser) => {
  test('ranks, forgives, marks what was hit, and takes operators', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, POSTS.length, (i) => ({
      ...POSTS[i],
      date: `2025-0${9 - i}-10`,
      reading: i === 1 ? 'read' : 'unread',
      ...(i === 2 && { bookmarked: true, bookmarkedAt: 1 }),
    }));
    const page = await list.openList(session, 'popup.html');
    const finds = async (text: string, titles: readonly string[]) => {
      await list.search(page, text);
      await expectFound(page, titles);
    };
    await finds('kubernetes', ['Kubernetes at scale', 'A day in Malmö']);
    await expectMarked(page, ['Kubernetes', 'Kubernetes']);
    await see.expectStatus(page, '2 posts found');
    await see.expectAccessible(page);
    await finds('kub', ['Kubernetes at scale', 'A day in Malmö']);
    await finds('kubernets', ['Kubernetes at scale', 'A day in Malmö']);
    await finds('malmo', ['A day in Malmö']);
    await finds('people', ['A day in Malmö']);
    await finds('is:unread kubernetes', ['Kubernetes at scale']);
    await finds('is:saved', ['Experimenting with data']);
    await finds('category:infra', ['Kubernetes at scale']);
    await finds('category:data', ['Experimenting with data', 'Nothing to see']);
    await finds('category:"data science"', ['Experimenting with data']);
    await finds('before:2025-08', ['Experimenting with data', 'Nothing to see']);
    await finds('after:2025-08 before:2025-09', ['A day in Malmö']);
    await finds('"for all"', ['Experimenting with data']);
    await finds('"a day in"', ['A day in Malmö']);
    await expectMarked(page, ['A', 'day', 'in']);
    await finds('kubernetes -offices', ['Kubernetes at scale']);
    await list.search(page, 'no such words anywhere');
    await see.expectText(page, 'No post matches.');
    await list.search(page, 'data before:yesterday');
    await see.expectText(
      page,
      '“before:yesterday” was looked for as words: a date is written 2024, 2024-01 or 2024-01-31.',
    );
    await finds('malmo -is:nonsense', ['A day in Malmö']);
    await see.expectStatus(page, `1 post found. “-is:nonsense” was looked for as words: ${STATES}`);
    await see.expectAccessible(page);
    await list.search(page, 'category:machine learning');
    await see.expectText(page, 'No post has the category “machine”. A name of several words is written in quotes.');
    await finds('category:infra', ['Kubernetes at scale']);
    await see.expectStatus(page, '1 post found');
    await finds('malmo -category:nonsense', ['A day in Malmö']);
    await see.expectStatus(page, '1 post found');
    const endless = 'x'.repeat(500);
    await list.search(page, `is:${endless}`);
    await see.expectText(page, `“is:${endless}” was looked for as words: ${STATES}`);
    expect(await page.$eval('main', ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await see.press(page, 'button', 'Clear the search');
    await list.expectCount(page, 3);
  });

  test('offers operators and their values', async ({ start }) => {
    const session = await start(browser);
    await list.fill(session, POSTS.length, (i) => ({ ...POSTS[i] }));
    const page = await list.openList(session, 'library.html');
    await list.search(page, 'cat');
    await expectOffered(page, ['category:']);
    await see.expectAccessible(page);
    await list.pressKeys(page, 'ArrowDown', 'Enter');
    await expectOffered(page, ['Data', 'Data Science', 'Infrastructure', 'People']);
    await page.keyboard.type('sci');
    await expectOffered(page, ['Data Science']);
    await list.pressKeys(page, 'ArrowUp', 'Enter');
    await expectTyped(page, 'category:"Data Science" ');
    await expectFound(page, ['Experimenting with data']);
    await page.keyboard.type('is:');
    await expectOffered(page, ['unread', 'read', 'archived', 'saved', 'begun']);
    await (await getByRole(page, 'option', 'unread')).click();
    await expectTyped(page, 'category:"Data Science" is:unread ');
    await list.pressKeys(page, 'Escape');
    await expectOffered(page, []);
    await expectTyped(page, 'category:"Data Science" is:unread ');
  });

  test('finds what comes later and what has changed, and keeps its index', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await list.openList(session, 'library.html');
    await list.search(page, 'xylophone');
    await see.expectText(page, 'No post matches.');
    replica.publish({ title: 'Xylophones Everywhere' });
    await letNextCheckCome(session);
    await expectFound(page, ['Xylophones Everywhere']);
    await waitFor(() => isIndexStored(page), 'the index to be stored');
    await page.close();
    const again = await list.openList(session, 'popup.html');
    await list.search(again, 'xylo');
    await expectFound(again, ['Xylophones Everywhere']);
    await see.press(again, 'button', 'Mark as read: Xylophones Everywhere');
    await getByRole(again, 'button', 'Mark as unread: Xylophones Everywhere');
    await list.search(again, 'xylo is:read');
    await expectFound(again, ['Xylophones Everywhere']);
    await see.press(again, 'button', 'Mark as unread: Xylophones Everywhere');
    await see.expectText(again, 'No post matches.');
    await again.close();

    // Nobody is told: an index that is made anew would know the post by its new title alone.
    const bare = await session.barePage();
    const { id = '', title = '' } = replica.posts()[3] ?? {};
    const row = (await libraryRows(bare)).find((row) => row['id'] === id);
    await putRows(bare, [{ ...row, title: 'Changed Behind Its Back' }]);
    const later = await list.openList(session, 'popup.html');
    await list.search(later, title);
    await waitFor(
      async () => (await see.listedTitles(later, FOUND))[0] === 'Changed Behind Its Back',
      'the post to be found by what it said before',
    );
  });

  test('shows why a post was found: who wrote it, or where its text has the words', async ({ start }) => {
    const session = await start(browser);
    await list.fill(
      session,
      2,
      (i) => ({
        title: i ? 'For the people' : 'A fleet',
        excerpt: 'How we run it.',
        bookmarked: true,
        bookmarkedAt: 1,
      }),
      (posts) =>
        posts.map(({ id }, i) => ({
          id,
          authors: i ? ['Ada Lovelace'] : [],
          text: `For a start. ${'And so it goes on. '.repeat(40)}Thanks for reading this to its end!`,
        })),
    );
    const page = await list.openList(session, 'popup.html');
    await list.search(page, 'lovel');
    await expectFound(page, ['For the people']);
    await expectExcerpt(page, 'By Ada Lovelace');
    await expectMarked(page, ['Lovelace']);
    await list.search(page, '"thanks for reading" people');
    await expectFound(page, ['For the people']);
    await expectExcerpt(page, 'Thanks for reading this to its end!');
    await list.search(page, 'fleet');
    await expectFound(page, ['A fleet']);
    await expectExcerpt(page, 'How we run it.');
    await list.search(page, 'category:nothing fleet');
    await see.expectText(page, 'No post matches.');
  });

  test('finds words of the text of saved posts, and their authors', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const post = replica.posts()[3];
    if (!post) throw new Error('The replica has too few posts.');
    const page = await list.openList(session, 'popup.html');
    await see.press(page, 'button', `Save: ${post.title}`);
    const word = await waitFor(() => wordOfTextOnly(page, post.id), 'the text of the post');
    await list.search(page, word);
    await waitFor(async () => (await see.listedTitles(page, FOUND)).includes(see.collapsed(post.title)), 'the post');
  });
});

/** What was found may be there before all that was typed is marked in it. */
function expectMarked(page: Page, texts: readonly string[]): Promise<unknown> {
  const wanted = JSON.stringify(texts);
  return waitFor(async () => JSON.stringify(await markedTexts(page)) === wanted, `${wanted} to be marked`);
}

function expectFound(page: Page, titles: readonly string[]): Promise<unknown> {
  const wanted = JSON.stringify(titles);
  return waitFor(async () => JSON.stringify(await see.listedTitles(page, FOUND)) === wanted, `${wanted} to be found`);
}

function expectOffered(page: Page, labels: readonly string[]): Promise<unknown> {
  const wanted = JSON.stringify(labels);
  return waitFor(
    async () => JSON.stringify(await Promise.all((await queryAllByRole(page, 'option')).map(textOf))) === wanted,
    `${wanted} to be offered`,
  );
}

function expectTyped(page: Page, text: string): Promise<unknown> {
  return waitFor(
    () => page.evaluate((text) => document.querySelector('input')?.value === text, text),
    `the text ${text}`,
  );
}

/** Waits until what stands below the first title that was found ends so. */
function expectExcerpt(page: Page, end: string): Promise<unknown> {
  return waitFor(
    () => page.evaluate((end) => document.querySelector('.excerpt')?.textContent.endsWith(end), end),
    `an excerpt that ends in ${end}`,
  );
}

function markedTexts(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent));
}

async function isIndexStored(page: Page): Promise<boolean> {
  return (await libraryRows(page, 'searchIndex')).length > 0;
}

/** A word that stands in the text of a post, and neither in its title nor in its excerpt; undefined until that is read. */
async function wordOfTextOnly(page: Page, id: string): Promise<string | undefined> {
  const text = (await libraryRows(page, 'texts')).find((row) => row['id'] === id)?.['text'];
  const post = (await libraryRows(page)).find((row) => row['id'] === id);
  const known = `${post?.['title']} ${post?.['excerpt']}`.toLowerCase();
  const words =
    String(text ?? '')
      .toLowerCase()
      .match(/[a-z]{9,}/g) ?? [];
  return words.find((word) => !known.includes(word));
}
