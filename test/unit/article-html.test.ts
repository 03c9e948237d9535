import { afterEach, describe, expect, it, vi } from 'vitest';
import { parsePostPage } from '../../lib/parse/post-page.ts';
import { postFixtures } from '../post-fixtures.ts';

const ADDRESS = 'https://engineering.atspotify.com/2025/9/x';
const KNOWN = '<h1>T</h1><div class="post__content">';
const WORDS = 'So many words have never been said of so few things as in this sentence, which nobody reads. '.repeat(4);

const toldOf = (html: string) => parsePostPage(ADDRESS, `${KNOWN}${html}`);
const htmlOf = (html: string) => toldOf(html)?.html;

describe('the HTML of an article', () => {
  it('is told though elements are called as what the document can do', () => {
    const names = ['createElement', 'querySelectorAll', 'body', 'createTextNode', 'createTreeWalker'];
    const named = names.map((name) => `<img name="${name}"><form name="${name}"></form><object id="${name}"></object>`);
    expect(htmlOf(`<p>a</p>${named.join('')}<pre>b</pre>`)).toBe('<p>a</p>\n<pre><code>b</code></pre>');
  });

  it.each([
    ['loose text <br><br> and more', '<p>loose text</p>\n<p>and more</p>'],
    ['<p>a<br><br>b<br><br></p>', '<p>a</p>\n<p>b</p>'],
    ['<p> <b> </b> <i></i><span>&nbsp;</span></p><p>x</p>', '<p>x</p>'],
    ['<p>one <b> two </b> three</p>', '<p>one <b>two </b>three</p>'],
    ['<p class="a" style="b" id="c" onclick="d()" data-e lang="de">x</p>', '<p lang="de">x</p>'],
    ['<h1>T</h1><h2><div>A</div><div>B</div></h2>', '<h2>T</h2>\n<h2>A B</h2>'],
    ['<ul>text<li>item</li><ul><li>inner</li></ul></ul>', '<ul><li>text</li><li>item<ul><li>inner</li></ul></li></ul>'],
    ['<hr><p>a</p><hr><hr><p>b</p><hr>', '<p>a</p>\n<hr>\n<p>b</p>'],
    ['<div><div><div>deep</div></div></div>', '<p>deep</p>'],
    ['<figure><blockquote>q</blockquote></figure>', '<blockquote><p>q</p></blockquote>'],
    ['<x-unknown>a <y-other>b</y-other></x-unknown>', '<p>a b</p>'],
    ['<a href="/2024/1/y"><h3>x</h3></a>', '<h3><a href="https://engineering.atspotify.com/2024/1/y">x</a></h3>'],
    [
      '<nav>All that there is was in a tag that nobody closed.',
      '<p>All that there is was in a tag that nobody closed.</p>',
    ],
  ])('of %j is %j', (html, expected) => {
    expect(htmlOf(html)).toBe(expected);
  });

  it('is as it is when it is read again', () => {
    // A verse has lost the class that tells it from code.
    const again = postFixtures().flatMap(({ told }) => (told && !/<pre>(?!<code)/.test(told.html) ? [told.html] : []));
    for (const html of again) expect(htmlOf(html)).toBe(html);
  });
});

describe('the pictures of an article', () => {
  it.each([
    ['<img src="data:image/png;base64,iVBORw0KGgo=" alt="within the page">', []],
    ['<img src="/_next/image?url=%2Fa.png&w=640&q=75">', ['https://engineering.atspotify.com/a.png']],
    ['<img srcset="/a.png 1x,/b.png 2x" src="/a.png">', ['https://engineering.atspotify.com/b.png']],
    ['<img srcset="/a.png 640w, /b.png 320w, " src="/c.png">', ['https://engineering.atspotify.com/a.png']],
    [
      '<img src="javascript:alert(1)"><img src="/a.png"><img src="/a.png">',
      ['https://engineering.atspotify.com/a.png'],
    ],
    ['<picture></picture><img><noscript></noscript>', []],
  ])('in %j are %j', (html, pictures) => {
    expect(toldOf(`<p>x</p>${html}`)?.pictures).toEqual(pictures);
  });

  it('are so many at most', () => {
    const many = Array.from({ length: 600 }, (_, i) => `<img src="/${i}.png">`).join('');
    expect(toldOf(`<p>x</p>${many}`)?.pictures).toHaveLength(500);
  });
});

describe('whatever a page holds', () => {
  it.each(['<div>', '<b>', '<ul><li>', '<blockquote>', '<table><tr><td>', '<sup>', '<pre>'])(
    'there may be hundreds of %s in one another',
    (tag) => {
      expect(htmlOf(`${tag.repeat(500)}${WORDS}`)).toContain(WORDS.trim());
    },
  );
});

describe('the work that a page takes', () => {
  afterEach(() => vi.restoreAllMocks());

  const note = (i: number) => `<p><sup><a href="#n${i}">${i}</a></sup></p><p id="n${i}">note</p>`;
  it.each([
    ['paragraphs', (i: number) => `<p>One <b>two</b> ${i}</p>`],
    ['line breaks', () => 'x<br>'],
    ['items', (i: number) => `<li>${i}`],
    ['lists', (i: number) => `<ul><li>${i}<ul><li>x</ul></ul>`],
    ['rows', (i: number) => `<table><tr><td>${i}<td>x</table>`],
    ['pictures', (i: number) => `<p><img src="/${i}.png"></p><p><em>caption</em></p>`],
    ['links', (i: number) => `<a href="#x${i}">${i}</a> `],
    ['footnotes', note],
    ['code', (i: number) => `<code>x${i}</code>`],
    ['code of several lines', (i: number) => `<pre><code>x\n${i}</code></pre>`],
    ['headings', (i: number) => `<h2 id="h${i}">More posts ${i}</h2>`],
    ['names', (i: number) => `<div class="share b${i}">${i}</div>`],
  ])('grows no faster than its %s', (_, unit) => {
    const work = (count: number) =>
      workOf(`${KNOWN}<p>${WORDS}</p>${Array.from({ length: count }, (_, i) => unit(i)).join('')}`);
    expect(work(800) / work(200)).toBeLessThan(5);
  });
});

/** How much is looked at while a page is read: characters of texts, and elements that are found. */
function workOf(html: string): number {
  let work = 0;
  const count = (amount: number) => {
    work += amount;
  };
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') ?? {};
  const queryAll = Element.prototype.querySelectorAll;
  const query = Element.prototype.querySelector;
  vi.spyOn(Element.prototype, 'textContent', 'get').mockImplementation(function (this: Element) {
    const text = String(get?.call(this) ?? '');
    count(1 + text.length);
    return text;
  });
  vi.spyOn(Element.prototype, 'querySelectorAll').mockImplementation(function (this: Element, selector: string) {
    const found = queryAll.call(this, selector);
    count(1 + found.length);
    return found;
  } as typeof queryAll);
  vi.spyOn(Element.prototype, 'querySelector').mockImplementation(function (this: Element, selector: string) {
    const found = query.call(this, selector);
    count(1);
    return found;
  } as typeof query);
  parsePostPage(ADDRESS, html);
  vi.restoreAllMocks();
  return work;
}
