import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Session } from '../launch/launch.ts';
import { postFixtures } from '../post-fixtures.ts';
import { createChance } from '../replica/chance.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';

declare const chrome: typeof browser;

/** What the browsers say of a page that they take apart and do not show: that they do not do what it asks for. */
const REFUSED = [
  /(?:Executing inline event handler|Applying inline style) violates/,
  /Skipping unsupported feature name/,
  /candidate resources failed to load/i,
];

describe.each(BROWSERS)('the page that reads the posts, in %s', (name) => {
  test('tells of each page what is expected', async ({ start, tolerated }) => {
    tolerated.push(...REFUSED);
    const ask = await readerOf(await start(name));
    for (const { name: fixture, address, page, told } of postFixtures()) {
      const found = await ask(address, page);
      expect([fixture, found ? { ...found, text: undefined, words: undefined } : undefined]).toEqual([fixture, told]);
    }
  });

  test('reads pages that nobody has written', async ({ start, tolerated }) => {
    tolerated.push(...REFUSED);
    const ask = await readerOf(await start(name));
    for (const page of shuffledPages(100)) {
      const found = await ask('https://engineering.atspotify.com/2026/9/shuffled', page);
      expect(found?.html ?? '').not.toMatch(/<(?:script|style|iframe|form|div|span|svg)\b|\s(?:on\w+|style)=/);
    }
  });

  test('reads pages whose elements are called as what elements and documents can do', async ({ start, tolerated }) => {
    tolerated.push(...REFUSED);
    const page = await parsingPage(await start(name));
    const names = await page.evaluate(propertyNames);
    expect(names).toEqual(expect.arrayContaining(['childNodes', 'parentElement', 'querySelectorAll', 'createElement']));
    for (const [tag, attribute] of CALLED.flatMap((tag) => ['name', 'id'].map((attribute) => [tag, attribute]))) {
      const called = names.map((name) => `<${tag} ${attribute}="${name}"></${tag}>`).join('');
      const text = `<h1>Named</h1><div class="post__content"><p>Good</p><form>${called}</form></div>`;
      const told = await answerOf<Told>(page, 'parsePost', { address: `${BLOG}/2026/9/named`, text });
      expect([tag, attribute, told?.html]).toEqual([tag, attribute, expect.stringContaining('<p>Good</p>')]);
      const card = `${called}<a href="/2026/9/named"><h3 class="post-card__title">Named</h3></a>`;
      const listing = { source: 'home', text: `<form class="post-card">${card}</form>` };
      const posts = [{ title: 'Named' }];
      expect([tag, attribute, await answerOf(page, 'parse', listing)]).toMatchObject([tag, attribute, { posts }]);
    }
  });

  test('neither runs nor loads what is in a page', async ({ replica, start, tolerated }) => {
    tolerated.push(...REFUSED);
    const session = await start(name);
    const ask = await readerOf(session);
    const before = replica.requests.length;
    const bad = (path: string) => `https://engineering.atspotify.com/bad/${path}`;
    const found = await ask(
      'https://engineering.atspotify.com/2026/9/bad',
      `<base href="${bad('base/')}"><link rel="stylesheet" href="${bad('a.css')}"><h1>Bad</h1><div class="post__content">
        <p>Good</p><script src="${bad('a.js')}"></script><script>document.title = 'bad'</script>
        <img src="${bad('a.png')}" onerror="document.title = 'bad'"><iframe src="${bad('frame')}"></iframe>
        <noscript>&lt;img src=${bad('n.png')} onerror="document.title='bad'"></noscript>
        <span class="MathJax" data-mathml="<math><mi>x</mi><img src='${bad('m.png')}' onerror=alert(1)></math>"></span>
        <video src="${bad('v.mp4')}" poster="${bad('p.png')}" autoplay></video>
        <video><source src="${bad('w.mp4')}"></video><audio src="${bad('a.mp3')}" autoplay></audio><object data="${bad('o')}"></object></div>`,
    );
    expect(found?.html).toContain('<p>Good</p>');
    expect(found?.html).not.toMatch(/onerror|<script|<iframe|<video|<object/);
    expect(replica.requests.slice(before).filter(({ path }) => path.startsWith('/bad'))).toEqual([]);
  });
});

/** Pages whose tags have gone astray; the same each time. */
function shuffledPages(count: number): string[] {
  const chance = createChance('pages that nobody has written');
  const pages = postFixtures().map(({ page }) => page.slice(0, 50_000).split(/(?=<)/));
  return Array.from({ length: count }, () => {
    const tags = [...(pages[chance.between(0, pages.length - 1)] ?? [])];
    const anywhere = () => chance.between(0, tags.length - 1);
    for (let change = 0; change < 10; change++) tags.splice(anywhere(), chance.between(0, 3), tags[anywhere()] ?? '');
    return tags.join('');
  });
}

interface Told {
  readonly html: string;
}

/** What the extension's own page for that tells of a page of a post. */
async function readerOf(session: Session): Promise<(address: string, text: string) => Promise<Told | undefined>> {
  const page = await parsingPage(session);
  return (address, text) => answerOf<Told>(page, 'parsePost', { address, text });
}

/** A page that can ask the extension's own page for that. */
async function parsingPage(session: Session): Promise<Page> {
  await session.openExtensionPage('parser.html');
  return session.openExtensionPage('options.html');
}

async function answerOf<T>(page: Page, type: 'parse' | 'parsePost', data: object): Promise<T | undefined> {
  const message = { id: 1, timestamp: Date.now(), type, data };
  const answer = await page.evaluate((message) => chrome.runtime.sendMessage(message), message);
  const { res, err } = answer as { readonly res?: T | null; readonly err?: unknown };
  expect(err).toBeUndefined();
  return res ?? undefined;
}

/** What would stand for a property of the document, or of the form around it, under its name. */
const CALLED = 'button embed fieldset form iframe img input object output select textarea'.split(' ');

/** How the properties of forms and of documents are called. Runs in the page. */
function propertyNames(): string[] {
  const names = new Set<string>();
  for (const name in document) names.add(name);
  for (const name in document.createElement('form')) names.add(name);
  return [...names];
}
