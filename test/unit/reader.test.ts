import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askedPost, readerPath } from '../../lib/reader/address.ts';
import { contentOf, footnotesIn, noteLinksIn } from '../../lib/reader/footnotes.ts';
import { headingsOf, headlinesIn, readingHeight } from '../../lib/reader/headings.ts';
import { FIRST_LOOK, stepped, toLook } from '../../lib/reader/look.ts';

let article: HTMLElement;
beforeEach(() => {
  article = document.createElement('article');
  document.body.replaceChildren(article);
});

function show(html: string): HTMLElement {
  article.append(document.createRange().createContextualFragment(html));
  return article;
}

describe('the address of the reader', () => {
  it('names a post, whatever form its id has there', () => {
    expect(readerPath('2026/9/a-post')).toBe('/reader.html?post=2026/9/a-post');
    expect(askedPost('?post=2026/9/a-post')).toBe('2026/9/a-post');
    expect(askedPost('?post=2026%2F09%2FA-Post')).toBe('2026/9/a-post');
    expect(askedPost(new URL(readerPath('2026/9/100%-ä&b'), 'https://x.example').search)).toBe('2026/9/100%-%c3%a4&b');
  });

  it.each(['', '?post=', '?post=about', '?post=javascript:alert(1)', '?post=//elsewhere.example/2026/9/x'])(
    'names none in %j',
    (search) => expect(askedPost(search)).toBeUndefined(),
  );
});

describe('the table of contents', () => {
  const headingsIn = (html: string) => headingsOf(headlinesIn(show(html)));

  it('has the headings with their ids and levels, whatever they begin with', () => {
    const headings = headingsIn('<h3 id="post-a">A</h3><p>x</p><h4> B\n b </h4><h3></h3><h2>C</h2><h5>deep</h5>');
    expect(headings.map(({ id, text, level }) => [id, text, level])).toEqual([
      ['post-a', 'A', 2],
      ['section-2', 'B b', 3],
      ['section-3', 'C', 1],
    ]);
    expect(document.getElementById('section-3')?.textContent).toBe('C');
  });

  it('is empty where there are none', () => expect(headingsIn('<p>x</p>')).toEqual([]));
});

describe('where is read', () => {
  const heightAt = (bottom: number) => {
    vi.spyOn(article, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, bottom - 5000, 500, 5000));
    return readingHeight(article) / innerHeight;
  };

  it('is in the upper third, and goes on to the end as that comes into sight', () => {
    expect(heightAt(innerHeight * 3)).toBeCloseTo(1 / 3);
    expect(heightAt(innerHeight * (5 / 3))).toBeCloseTo(1 / 3);
    expect(heightAt(innerHeight * (4 / 3))).toBeCloseTo(2 / 3);
    expect(heightAt(innerHeight)).toBeCloseTo(1);
    expect(heightAt(innerHeight / 2)).toBeCloseTo(1);
  });
});

describe('the notes', () => {
  const footnotesOf = (part: HTMLElement) => footnotesIn(part, noteLinksIn(part));
  const notesOf = (html: string) =>
    footnotesOf(show(html)).map((footnote) => contentOf(footnote).textContent?.replace(/\s+/g, ' ').trim());

  it.each([
    ['a list', '<p>x<sup><a href="#n" id="r">1</a></sup></p><ol><li id="n"><p>Note. <a href="#r">↩︎</a></p></li></ol>'],
    [
      'an id of the sup',
      '<p>x<sup id="r"><a href="#n">1</a></sup></p><ol><li id="n">Note. <a href="#r">back</a></li></ol>',
    ],
    ['a link around the sup', '<p>x<a href="#n"><sup id="r">1</sup></a></p><p id="n">Note. <a href="#r">1</a></p>'],
    [
      'an anchor in a paragraph',
      '<p>x<sup><a id="r" href="#n">[1]</a></sup></p><p><a id="n" href="#r">^</a> Note.</p>',
    ],
    [
      'a cell of a table',
      '<p>x<sup><a href="#n">*</a></sup></p><table><tr><td>1</td><td id="n">Note.</td></tr></table>',
    ],
    [
      'the table of the link',
      '<table><tr><td>x<sup><a href="#n">*</a></sup></td></tr><tr id="n"><td>Note.</td></tr></table>',
    ],
    ['what is no usual note', '<p>x<sup><a href="#n">1</a></sup></p><h2 id="n">Note.</h2>'],
    ['an anchor in an item', '<p>x<sup><a id="r" href="#n">1</a></sup></p><ul><li><span id="n"></span>Note.</li></ul>'],
  ])('are found in %s', (_, html) => expect(notesOf(html)).toEqual(['Note.']));

  it.each([
    ['leads nowhere', '<p>x<sup><a href="#n">1</a></sup></p>'],
    ['leads up', '<p id="n">Note.</p><p>x<sup><a href="#n">1</a></sup></p>'],
    ['leads to where it is', '<p id="n">x<sup><a href="#n">1</a></sup></p>'],
    ['is no superscript', '<p>x<a href="#n">1</a></p><p id="n">Note.</p>'],
  ])('are none where a link %s', (_, html) => expect(notesOf(html)).toEqual([]));

  it.each([
    ['the lines of code', 'pre', '<pre id="n"><code>a\n  b</code></pre>', 'a\n  b'],
    ['the lines of code with a place in it', 'pre', '<pre><code id="n">a\n  b</code></pre>', 'a\n  b'],
    ['the rows of a table', 'table tr', '<table id="n"><tr><td>a</td></tr></table>', 'a'],
    ['the numbers of a list', 'ol li', '<ol id="n"><li>a</li></ol>', 'a'],
  ])('keep %s', (_, selector, html, text) => {
    const [note] = footnotesOf(show(`<p>x<sup><a href="#n">1</a></sup></p>${html}`));
    expect(note && contentOf(note).querySelector(selector)?.textContent).toBe(text);
  });

  it('keep other links', () => {
    const [note] = footnotesOf(
      show(
        '<p>x<sup><a href="#n">1</a></sup></p><p id="n">See <a href="https://example.com/">this</a> and <a href="#m">that</a>.</p>',
      ),
    );
    expect(note && contentOf(note).querySelectorAll('a')).toHaveLength(2);
  });
});

describe('the look', () => {
  it('is the first one where what is stored makes no sense, part by part', () => {
    expect(toLook('nonsense')).toEqual(FIRST_LOOK);
    expect(toLook({ theme: 'sepia', font: 'comic', size: 9999, width: '32', justified: true })).toEqual({
      ...FIRST_LOOK,
      theme: 'sepia',
      justified: true,
    });
  });

  it('grows and shrinks as far as that goes', () => {
    expect(stepped(FIRST_LOOK, 'size', 1).size).toBe(110);
    expect(stepped(FIRST_LOOK, 'size', 100).size).toBe(220);
    expect(stepped(FIRST_LOOK, 'spacing', -100).spacing).toBe(130);
  });
});
