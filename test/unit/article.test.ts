import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { partLinksAmong } from '../../lib/blog/part-links.ts';
import { getArticle, getHeading } from '../../lib/parse/article.ts';
import { countWords, getArticleText, piecesOf } from '../../lib/parse/article-text.ts';
import { getTextLinks } from '../../lib/parse/text-links.ts';
import type { Post } from '../../lib/post.ts';
import { readingMinutes, wholeMinutes } from '../../lib/reading-time.ts';
import { leastCpuTime } from './cpu-time.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/article');
const OTHER = '/2024/4/other';

interface Expected {
  readonly address: string;
  readonly article: Post;
  readonly begins: string;
  readonly ends: string;
  readonly words: number;
  readonly links: unknown;
}

const read = (file: string) => readFileSync(join(FIXTURES, file), 'utf8');
const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const pages = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));

describe.each(pages)('the page %s', (name) => {
  const expected: Expected = JSON.parse(read(`${name}.json`));
  const page = pageOf(read(`${name}.html`));
  const text = getArticleText(page);

  it('tells what post it is', () => {
    expect(getArticle(expected.address, page)).toEqual(expected.article);
    expect(getHeading(page)).toBe(expected.article.title);
  });

  it('has its text in one element', () => {
    const words = text?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    expect(words.slice(0, expected.begins.length)).toBe(expected.begins);
    expect(words.endsWith(expected.ends)).toBe(true);
  });

  it('has so many words', () => {
    expect(text && countWords(piecesOf(text))).toBe(expected.words);
  });

  it('links the other parts of its series', () => {
    expect(text && partLinksAmong(getTextLinks(text))).toEqual(expected.links);
  });
});

describe('the text of a page', () => {
  const PROSE = 'So many words have never been said of so few things as in this sentence, which nobody reads. '.repeat(
    4,
  );

  beforeEach(() => document.body.replaceChildren());

  it('is missing where there is nothing to read', () => {
    expect(getArticleText(pageOf('<main><h1>Page not found</h1><p>Try another.</p></main>'))).toBeUndefined();
    expect(getArticleText(pageOf(''))).toBeUndefined();
  });

  it('is missing while its place is empty, however much there is beside it', () => {
    const html = `<h1>Title</h1><div class="post__content"> </div><div><p>${PROSE}</p></div>`;
    expect(getArticleText(pageOf(html))).toBeUndefined();
  });

  it('is what comes after the heading, if there is one', () => {
    const html = `<div id="intro"><p>${PROSE}${PROSE}</p></div><h1>Title</h1><div id="text"><p>${PROSE}</p></div>`;
    expect(getArticleText(pageOf(html))?.id).toBe('text');
    expect(getArticleText(pageOf(html.replace('<h1>Title</h1>', '')))?.localName).toBe('body');
  });

  it('may stand in what looks like something else, if the heading does too', () => {
    const html = `<main class="comments-open unrelated"><h1>Title</h1><div id="text"><p>${PROSE}</p></div></main>`;
    expect(getArticleText(pageOf(html))?.id).toBe('text');
  });

  it.each([
    'class="RelatedPosts_x1"',
    'class="SubscribeBox"',
    'class="newsletter-form"',
    'class="a recommended"',
    'class="comments"',
    'class="cookies"',
    'class="AuthorBio"',
    'class="post-card"',
    'role="dialog"',
    'role="complementary"',
  ])('is without a part that has %s', (attribute) => {
    const html = `<h1>T</h1><div id="text"><p>${PROSE}</p><div ${attribute}><p>${PROSE}</p></div></div>`;
    const text = getArticleText(pageOf(html));
    expect([text?.id, text && countWords(piecesOf(text))]).toEqual(['text', 72]);
  });

  it('goes on after posts that are recommended in its midst', () => {
    const html = `<h1>Title</h1><div id="text"><div><h3>Related posts</h3><p>${PROSE}</p></div><p>${PROSE}</p></div>`;
    const text = getArticleText(pageOf(html));
    expect([text?.id, text && countWords(piecesOf(text))]).toEqual(['text', 72]);
  });

  it('is found beneath the root that is asked for', () => {
    document.body.innerHTML = `<div id="page"><h1>Title</h1><div id="text"><p>${PROSE}</p></div></div>`;
    expect(getArticleText(document)?.id).toBe('text');
    expect(getArticleText(document.body)?.id).toBe('text');
  });
});

describe('the words of a text', () => {
  it.each([
    ['', 0],
    ['one two', 2],
    ['one\n  two\tthree', 3],
    ['<p>one</p><p>two</p>', 2],
    ['<p>one<p>two<ul><li>three<li>four</ul>', 4],
    ['one<br>two', 2],
    ['<b>o</b>ne t<i>w</i>o', 2],
    ['<code>one</code>, <a href="/">two</a>.', 2],
    ['one — two & 3 + 4', 4],
    ['don’t re-read', 2],
    ['été Ελλάδα', 2],
    ['<pre><code><span>low</span>.<span>high</span>(x, y)\nreturn</code></pre>', 3],
    ['one<script>two</script><style>three</style><button>four</button><noscript>five</noscript>', 1],
    ['one<nav>two</nav><form>three</form><svg><title>four</title></svg>', 1],
    ['<table><tr><td>one<td>two<tr><td>three</table>', 3],
    ['<dl><dt>one<dd>two</dl><figure><figcaption>three</figcaption></figure>', 3],
  ])('of %j are %i', (html, words) => {
    expect(countWords(piecesOf(textOf(html)))).toBe(words);
  });

  it.each([
    [0, 1],
    [1, 1],
    [238, 1],
    [356, 1],
    [358, 2],
    [2380, 10],
  ])('%i take %i min', (words, minutes) => {
    expect(wholeMinutes(readingMinutes(words))).toBe(minutes);
  });
});

describe('what a page tells of its post', () => {
  const factsOf = (html: string) => {
    const { date, categories, image } = getArticle('/2025/9/x', pageOf(html)) ?? {};
    return [date, categories, image];
  };
  const today = (html: string) => `<main>${html}<div class="post__content"><p>Text</p></div></main>`;

  it('is nothing if it is no page of a post', () => {
    expect(getArticle('https://engineering.atspotify.com/tag/backend', document)).toBeUndefined();
  });

  it('is unknown where it does not stand', () => {
    expect(factsOf(today('<h1>T</h1>'))).toEqual(['', [], '']);
    expect(factsOf('<div class="post__date">Jun 1, 2025</div><a class="tag">Data</a>')).toEqual(['', [], '']);
  });

  it('is unknown where it makes no sense', () => {
    const facts = '<p class="post__date">Soon</p><a class="tag"> </a><p class="post__image"><img src="data:,x"></p>';
    expect(factsOf(today(facts))).toEqual(['', [], '']);
  });

  it('has the categories without the tags, where both are told', () => {
    const links = '<a class="tag" href="/tag/backend">backend</a><a href="/category/infrastructure">Infrastructure</a>';
    expect(factsOf(today(links))).toEqual(['', ['Infrastructure'], '']);
  });

  it('takes the date from where it is exact', () => {
    expect(factsOf(today('<time class="post__date" datetime="2025-06-01T08:00:00Z">today</time>'))[0]).toBe(
      '2025-06-01',
    );
  });

  it('is not what other parts of the page tell', () => {
    const foreign = `<p class="post__date">Jun 1, 2025</p><p class="post__image"><img src="/x.png"></p>
      <a class="tag" href="/category/data">Data</a>`;
    expect(factsOf(today(`<h1>T</h1><footer>${foreign}</footer><aside>${foreign}</aside>`))).toEqual(['', [], '']);
    expect(factsOf(today(`<h1>T</h1><header>${foreign}</header>`))).toEqual(['', [], '']);
    expect(factsOf(today(`<header><h1>T</h1>${foreign}</header>`))[1]).toEqual(['Data']);
    expect(factsOf(today(`<h1>T</h1><div class="post-card">${foreign}</div>`))).toEqual(['', [], '']);
    expect(factsOf(`<h1>T</h1><div class="post__content">Text ${foreign}</div>`)).toEqual(['', [], '']);
    expect(factsOf(`<div class="Subscribed"><h1>T</h1>${today(foreign)}</div>`)[0]).toBe('2025-06-01');
  });
});

describe('a page that means no good', () => {
  it.each([
    ['one text', `<p>${'a '.repeat(500_000)}</p>`],
    ['one word', `<p>${'a'.repeat(1_000_000)}</p>`],
    ['white space', `<p>x${' '.repeat(1_000_000)}x</p>`],
    ['parts', `<p>${'part 1 '.repeat(140_000)}</p>`],
    ['brackets', `<p>${'(part '.repeat(140_000)}</p>`],
    ['a long link', `<p><a href="${OTHER}">${'first post in this '.repeat(50_000)}</a>${' ('.repeat(50_000)}</p>`],
  ])('of %s is read at once', (_, html) => {
    const page = pageOf(`<h1>Title</h1><div>${html}</div>`);
    const read = () => {
      const text = getArticleText(page);
      expect(text && [countWords(piecesOf(text)) > 0, partLinksAmong(getTextLinks(text)).length]).toEqual([true, 0]);
    };
    expect(leastCpuTime(read, 1000)).toBeLessThan(1000);
  });
});

function textOf(html: string): Element {
  const text = document.createElement('div');
  text.innerHTML = html;
  return text;
}
