import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

const LONG = 'A title without end. '.repeat(50_000);

/** What no blog should send, and some day one does. */
function oddPage(id: string): string {
  const card = (inside: string) => `<div class="post-card">${inside}</div>`;
  const title = (text: string) => `<h3 class="post-card__title">${text}</h3>`;
  const malformed = [
    'https://[',
    'javascript:alert(1)',
    '//',
    '/2025/99/x',
    '/2025/9/%E0%A4%A',
    `/2025/9/${'x'.repeat(5_000)}`,
    ' /2025 /9/x',
    'data:,',
  ];
  return `<!doctype html><title>Odd</title><body>
    ${card(`<a href="/${id}">${title(LONG)}</a>`)}
    ${card(title('No link'))}
    ${malformed.map((href) => card(`<a href="${href}">${title(href)}</a>`)).join('')}
    ${`<p><a href="/${id}">Again</a></p>`.repeat(10_000)}`;
}

describe.each(BROWSERS)('a page that makes no sense, in %s', (browser) => {
  test('neither breaks anything nor holds anything up', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    for (const body of [oddPage(first?.id ?? ''), oddPage(first?.id ?? '').replaceAll('post-card', 'x')]) {
      replica.setFault('home', { kind: 'replace', body, contentType: 'text/html' });
      const page = await session.openPage(`${BLOG}/`);
      await waitFor(
        () => page.evaluate(() => document.querySelectorAll('[data-liner-notes="unread"]').length > 0),
        'the card of the post to be marked',
      );
      await see.press(page, 'button', 'Unread only');
      await getByRole(page, 'button', 'Clear');
      await see.press(page, 'button', 'Clear');
      expect(await page.evaluate(() => document.querySelectorAll('[data-liner-notes-hidden]').length)).toBe(0);
      await page.close();
    }
    await see.expectBadge(session, '13');
  });

  test('stops nothing for good, not even where a card has our script fail', async ({ replica, start, tolerated }) => {
    tolerated.push(/is not a function/);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    const form = `<form class="post-card"><input name="setAttribute"><a href="/${first?.id}"><h3 class="post-card__title">Form</h3></a></form>`;
    const body = `<!doctype html><meta charset="utf-8"><title>Odd</title><body>
      <button onclick="document.forms[0].remove()">Away with it</button>${form}${cardOf(second)}`;
    replica.setFault('home', { kind: 'replace', body, contentType: 'text/html' });
    const page = await session.openPage(`${BLOG}/`);
    // Firefox hides from our script what a page has put in the way of its own.
    const hasFailed = async () => session.problems.some((problem) => /is not a function/.test(problem));
    if (browser === 'chromium') await waitFor(hasFailed, 'the failure');
    await see.press(page, 'button', 'Away with it');
    await see.expectReading(page, second?.id ?? '', 'unread');
    await see.press(page, 'button', `Mark as read: ${second?.title}`);
    await see.expectBadge(session, '12');
  });
});

function cardOf(post: { readonly id: string; readonly title: string } | undefined): string {
  return `<div class="post-card"><a href="/${post?.id}"><h3 class="post-card__title">${post?.title}</h3></a></div>`;
}

describe.each(BROWSERS)('a page whose cards are in shadow roots, in %s', (browser) => {
  test.for([
    ['one around all', "const root = list.attachShadow({ mode: 'open' }); root.append(...list.children);"],
    [
      'one in each',
      "for (const card of list.children) card.attachShadow({ mode: 'open' }).append(...card.childNodes);",
    ],
  ])('is marked, filtered, sorted and walked through: %s', async ([, script], { replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const posts = replica.posts().slice(0, 3);
    const body = `<!doctype html><meta charset="utf-8"><title>Shadow</title><body>
      <div id="list">${posts.map(cardOf).join('')}</div><script>const list = document.getElementById('list'); ${script}</script>`;
    replica.setFault('home', { kind: 'replace', body, contentType: 'text/html' });
    const page = await session.openPage(`${BLOG}/`);
    await see.press(page, 'button', `Mark as read: ${posts[0]?.title}`);
    await see.expectBadge(session, '12');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await see.expectBadge(session, '11');
    await see.openFilter(page);
    await see.press(page, 'button', 'Oldest first');
    await see.closeFilter(page);
    await waitFor(async () => (await orderOf(page)).join() === '2,1,0', 'the oldest first');
    await see.press(page, 'button', 'Unread only');
    await waitFor(async () => (await orderOf(page)).join() === '1', 'the unread only');
  });
});

/** The places of the cards that are shown, from the top down, by the order in the page. */
function orderOf(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const list = document.getElementById('list');
    const cards = [...((list?.shadowRoot ?? list)?.children ?? [])].filter((card) => card.matches('.post-card'));
    const shown = cards.filter((card) => card.checkVisibility());
    return shown
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((card) => cards.indexOf(card));
  });
}
