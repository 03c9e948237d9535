import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePostPage } from '../../lib/parse/post-page.ts';
import type { Post } from '../../lib/post.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/article');
const ADDRESS = 'https://engineering.atspotify.com/2025/9/x';

interface Expected {
  readonly address: string;
  readonly article: Post;
  readonly begins: string;
  readonly ends: string;
  readonly words: number;
}

const read = (file: string) => readFileSync(join(FIXTURES, file), 'utf8');
const pages = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));

describe.each(pages)('the page %s', (name) => {
  const { address, article, begins, ends, words }: Expected = JSON.parse(read(`${name}.json`));
  const told = parsePostPage(address, read(`${name}.html`));

  it('tells what post it is, and how many words it has', () => {
    expect(told).toMatchObject({ post: article, words, authors: [] });
  });

  it('tells its text, plain and on one line', () => {
    expect(told?.text.startsWith(begins)).toBe(true);
    expect(told?.text.endsWith(ends)).toBe(true);
    expect(told?.text).not.toMatch(/[<>\uFFFC]\w|\s\s|notToBeRead/);
  });
});

describe('the text of a page', () => {
  const textOf = (html: string) => parsePostPage(ADDRESS, `<h1>T</h1><div class="post__content">${html}</div>`)?.text;

  it('has the ends of blocks and lines as spaces', () => {
    expect(textOf(' <p>One\n two</p><ul><li>three<li>f<b>ou</b>r</ul><p>five<br>six</p> ')).toBe(
      'One two three four five six',
    );
  });

  it('has an end', () => {
    expect(textOf(`<p>${'a'.repeat(199_999)}😀</p>`)).toBe('a'.repeat(199_999));
  });

  it('runs no scripts', () => {
    expect(textOf('<p>One</p><script>document.title = "two"</script>')).toBe('One');
  });
});

describe('the authors of a post', () => {
  const authorsOf = (html: string, text = 'Text') =>
    parsePostPage(ADDRESS, `<h1>T</h1>${html}<div class="post__content"><p>${text}</p></div>`)?.authors;
  const byline = (...names: string[]) =>
    `<p class="author">By ${names.map((name) => `<a rel="author" href="/author/x/">${name}</a>`).join(' and ')}</p>`;

  it('are those whom the page names, each once', () => {
    expect(authorsOf(byline('Alma\n Vintergren', 'Bo Sandkvist', 'Bo Sandkvist', ' '))).toEqual([
      'Alma Vintergren',
      'Bo Sandkvist',
    ]);
  });

  it('are unknown where it names none, or only its text does', () => {
    expect(authorsOf('')).toEqual([]);
    expect(authorsOf('', byline('Bo Sandkvist'))).toEqual([]);
  });

  it('are those whom it names to search engines, where it shows none', () => {
    const facts = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
    const named = { '@type': 'BlogPosting', author: [{ name: 'Bo Sandkvist' }, { name: 'Spotify Engineering' }, 7] };
    expect(authorsOf(facts(named))).toEqual(['Bo Sandkvist']);
    expect(authorsOf(facts({ '@graph': [{ '@type': 'WebSite', author: 'No' }, named] }))).toEqual(['Bo Sandkvist']);
    expect(authorsOf('<meta name="author" content="Alma Vintergren">')).toEqual(['Alma Vintergren']);
    expect(authorsOf(`<script type="application/ld+json">{ broken</script>${facts(null)}`)).toEqual([]);
    expect(authorsOf(facts(named) + byline('Alma Vintergren'))).toEqual(['Alma Vintergren']);
  });

  it('are so many at most', () => {
    expect(authorsOf(byline(...Array.from({ length: 1000 }, (_, i) => `Nobody ${i}`)))).toHaveLength(50);
  });
});

it.each([
  ['nothing', ADDRESS, ''],
  ['a page that says that there is no such post', ADDRESS, '<main><h1>Page not found</h1><p>Try another.</p></main>'],
  ['the page of a category', 'https://engineering.atspotify.com/category/data', read('today.html')],
])('%s tells no post', (_, address, html) => {
  expect(parsePostPage(address, html)).toBeUndefined();
});
