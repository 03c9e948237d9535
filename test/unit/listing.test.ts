import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { getCards, parsePosts } from '../../lib/parse/listing.ts';
import { type Post, postIdOf } from '../../lib/post.ts';

/**
 * What a listing page shows, beside the page itself. There the elements that are the cards bear `data-card`, which the
 * parser knows nothing of.
 */
interface Expected {
  /** The address of the page, where it matters. */
  readonly address?: string;
  /** When the page was looked at, where it tells dates from then. */
  readonly now?: string;
  /** What each card shows, in the order of the page: a field that is not there is empty. */
  readonly cards: readonly (Partial<Post> & Pick<Post, 'id'>)[];
}

const FIXTURES = join(import.meta.dirname, '../fixtures/listing');
const SEED = join(import.meta.dirname, '../../../shared/seeds/003_fda8ae8245b03790.txt');
const EMPTY = { title: '', date: '', excerpt: '', categories: [], image: '' };

const read = (file: string) => readFileSync(file, 'utf8');
const pages = readdirSync(FIXTURES).filter((file) => file.endsWith('.html'));

const listings = pages.filter((file) => !postIdOf(expectedOf(file).address ?? ''));

function expectedOf(file: string): Expected {
  return JSON.parse(read(join(FIXTURES, file.replace('.html', '.json'))));
}

function documentOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Attaches the shadow roots that a page declares, as a browser does when it loads the page. */
function attachShadowRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) attachShadowRoots(shadow);
  }
}

function elementsMarked(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.hasAttribute('data-card') ? [element] : []),
    ...elementsMarked(element.shadowRoot ?? document.createDocumentFragment()),
  ]);
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a listing page', () => {
  it.each(pages)('%s shows the cards beside it', (file) => {
    const { address, now, cards: expected } = expectedOf(file);
    if (now) vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
    const page = documentOf(read(join(FIXTURES, file)));
    attachShadowRoots(page);
    const before = page.documentElement.outerHTML;
    const cards = getCards(page, address);
    expect(cards.map(({ post }) => post)).toEqual(
      expected.map((post) => ({ ...EMPTY, url: `https://engineering.atspotify.com/${post.id}`, ...post })),
    );
    const marked = elementsMarked(page);
    expect(cards.map(({ element }) => marked.indexOf(element))).toEqual([...marked.keys()]);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it.each(listings)('%s shows the same posts before a browser has loaded it', (file) => {
    const ids = parsePosts(read(join(FIXTURES, file))).map(({ id }) => id);
    expect(ids).toEqual([...new Set(expectedOf(file).cards.map(({ id }) => id))]);
  });
});

describe('a page that is not as it should be', () => {
  const links = (count: number) => '<a href="/2025/9/a">A</a>'.repeat(count);
  const cards = (count: number, classes: string) =>
    Array.from(
      { length: count },
      (_, n) => `<div class="${classes}"><h2><a href="/2025/9/p${n}">Post ${n}</a></h2></div>`,
    );

  it('has texts that end, however long the page makes them', () => {
    const long = 'a '.repeat(500_000);
    const card = `<a href="/2025/9/long"><h3 class="post-card__title">${long}</h3></a><a class="tag">${long}</a>`;
    for (const classes of ['post-card', 'other']) {
      const [post] = parsePosts(`<div class="${classes}">${card}<p>${long.replaceAll('a', 'b')}</p></div>`);
      expect(post?.title).toHaveLength(1000);
      expect(post?.excerpt).toHaveLength(1000);
      expect(post?.categories.join()).toHaveLength(classes === 'other' ? 0 : 1000);
    }
  });

  it('has no card for what is no post', () => {
    const parts = `
      <div class="post-card"><a href="/about">About</a><h3 class="post-card__title">About</h3></div>
      <div class="post-card">Nothing</div>`;
    expect(getCards(documentOf(parts))).toEqual([]);
    expect(getCards(documentOf(parts.replaceAll('post-card', 'other')))).toEqual([]);
  });

  it('has no post without a title', () => {
    const card = '<div class="post-card"><a href="/2025/9/no-title"><img alt=""></a></div>';
    expect(parsePosts(card)).toEqual([]);
    expect(getCards(documentOf(card.replaceAll('post-card', 'other')))).toEqual([]);
  });

  it.each([
    ['nothing', '', 0],
    ['an end in the middle of a tag', `<div>${links(1)}<div`, 1],
    ['10,000 links to one post', links(10_000), 1],
    ['10,000 links to one post in one element', `<div>${links(10_000)}</div>`, 1],
    ['10,000 links to one post in one card', `<div class="post-card">${links(10_000)}</div>`, 1],
    ['one post as 5,000 items', `<ul>${links(5_000).replaceAll(/<a.*?<\/a>/g, '<li>$&</li>')}</ul>`, 5_000],
    ['500 elements around links', '<div>'.repeat(500) + links(100), 1],
    ['500 elements with a link each in one another', `<div>${links(1)}`.repeat(500), 1],
    ['300 parts with related posts in one another', `<div>${links(1)}<h2>Related</h2>`.repeat(300), 1],
    ['4,000 pieces of text', `<div><p>${'one <span>two</span> '.repeat(2_000)}</p>${links(1)}</div>`, 1],
    ['2,000 known cards', cards(2_000, 'post-card').join(''), 2_000],
    ['2,000 unknown cards', cards(2_000, 'other').join(''), 2_000],
    ['an address of 1 MB', `<a href="/2025/9/${'a'.repeat(1_000_000)}">Long</a>`, 1],
    ['a srcset of 1 MB', `<div><img srcset="${','.repeat(1_000_000)}">${links(1)}</div>`, 1],
    ['an srcset of 1 MB without an end', `<div><img srcset="${'a,'.repeat(500_000)}">${links(1)}</div>`, 1],
  ])('may have %s', (_, html, count) => {
    const found = getCards(documentOf(html));
    expect(found).toHaveLength(count);
    for (const { post } of found) expect(post.title).not.toBe('');
  });

  it('may have shadow roots in shadow roots without end', () => {
    const page = documentOf('<main></main>');
    let at: Element | ShadowRoot = page.body;
    for (let depth = 0; depth < 5_000; depth++) {
      const host = page.createElement('div');
      at.append(host);
      at = host.attachShadow({ mode: 'open' });
    }
    at.innerHTML = links(1);
    expect(getCards(page)).toEqual([]);
  });

  it('may be at an address that is none', () => {
    expect(getCards(documentOf(cards(2, 'post-card').join('')), 'nonsense:')).toHaveLength(2);
  });
});

describe.runIf(existsSync(SEED))('the home page of December 2024, as it was', () => {
  const html = existsSync(SEED)
    ? read(SEED)
        .split('\n')
        .slice(2)
        .join('\n')
        .replace(/<noscript>.*?<\/noscript>/gs, '')
    : '';

  it('shows 24 posts, the featured one on two cards', () => {
    const ids = getCards(documentOf(html)).map(({ id }) => id);
    expect(ids).toHaveLength(25);
    expect(new Set(ids)).toHaveLength(24);
    expect(ids[0]).toBe('2024/10/how-we-generated-millions-of-content-annotations');
    expect(ids[1]).toBe(ids[0]);
  });

  it('tells everything of each post, by the names of its parts or without them', () => {
    const known = parsePosts(html);
    for (const post of known) {
      expect(post.date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(post.title).toMatch(/^\S.*\S$/);
      expect(post.excerpt).toMatch(/^(?!\w+ \d+, \d{4})\S.{40,}…$/);
      expect(post.categories).not.toHaveLength(0);
      expect(post.image).toMatch(/^https:\/\/storage\.googleapis\.com\//);
    }
    expect(parsePosts(html.replace(/ class=("[^"]*"|[^\s>]+)/g, ''))).toEqual(known);
  });
});
