import { describe, expect, it } from 'vitest';
import { partLinksAmong } from '../../lib/blog/part-links.ts';
import { getTextLinks } from '../../lib/parse/text-links.ts';
import { leastCpuTime } from './cpu-time.ts';

const getPartLinks = (text: Element) => partLinksAmong(getTextLinks(text));

const OTHER = '/2024/4/other';

const LINKED: ReadonlyArray<readonly [html: string, part: number | undefined]> = [
  ['See [Part 1].', 1],
  ['See [part two].', 2],
  ['In [Part II] we wrote', 2],
  ['In [part 2 we wrote] it', 2],
  ['[Pt. 3]', 3],
  ['[the first part]', 1],
  ['[the third and final part]', 3],
  ['[second instalment]', 2],
  ['[Data Platform Explained Part I]', 1],
  ['[Background Coding Agents: Context Engineering (Honk, Part 2)]', 2],
  ['[<em>Honk, Part 2</em>]', 2],
  ['[Read the story of Part\n  4 here]', 4],
  ['the [first post] in this series', 1],
  ['the [second article of our long series]', 2],
  ['the [third] part', 3],
  ['in our [previous post] (Part I).', 1],
  ['in our [previous post] (Honk, Part 2), and', 2],
  ['in our [previous post] (the first part)', 1],
  ['as in [Data Platform Explained], Part II.', 2],
  ['as in <b>[Data Platform Explained]</b> Part II', 2],
  ['Part 1: [The Road]', 1],
  ['<strong>Part 1</strong> – [The Road]', 1],
  ['Part one (“[The Road]”)', 1],
  ['In the first part of this series: [The Road]', 1],
  ['The second post in our series: [The Road]', 2],
  ['It began in part 1 [here]', 1],
  ['Part 1:<br>[The Road]', 1],

  ['<ul><li>[Part I]</li><li>Part II</li></ul>', 1],

  ['[The Road]', undefined],
  ['[Part 107 licences]', undefined],
  ['[previous post]', undefined],
  ['our [first post] about roads', undefined],
  ['the [part I play] in it', undefined],
  ['[our counterpart 2]', undefined],
  ['[Parts 1 and 2]', undefined],
  ['[part of it]', undefined],
  ['In Part 1, [The Road] was built.', undefined],
  ['This is part 2 of our series: [The Road]', undefined],
  ['In this second part [we go on].', undefined],
  ['The end of part 2. [The Road] is another.', undefined],
  ['As in [The Road], part 2 of this series goes on', undefined],
  ['[The Road] (more of it in Part 3)', undefined],
  ['<h2>Part 2</h2><p>[The Road] is old', undefined],
  ['<p>See [The Road]</p><p>Part 2</p>', undefined],
  ['<table><tr><td>Part 2</td><td>[The Road]</td></tr></table>', undefined],
];

describe('a link in a text', () => {
  it.each(LINKED)('%s: part %j', (html, part) => {
    const text = textOf(`<p>${html.replace('[', `<a href="${OTHER}">`).replace(']', '</a>')}</p>`);
    expect(getPartLinks(text).map((link) => link.part)).toEqual(part === undefined ? [] : [part]);
  });

  it('is told from those beside it', () => {
    const text = textOf(`<p>Part 2: <a href="/2024/4/b">B</a>, Part 1: <a href="/2024/4/a">A</a>;
      <a href="/2024/4/c">C</a> (Part 3), <a href="/2024/4/d">D</a> (Part 4).</p>`);
    expect(getPartLinks(text).map(({ id, part }) => [id, part])).toEqual([
      ['2024/4/a', 1],
      ['2024/4/b', 2],
      ['2024/4/c', 3],
      ['2024/4/d', 4],
    ]);
  });

  it('is not told from within another', () => {
    const text = textOf('<a href="/about">Part 1: </a><a href="/2024/4/a">A</a><a href="/about">(Part 1)</a>');
    expect(getPartLinks(text)).toEqual([]);
  });

  it('counts only if it leads to a post, and a post only once', () => {
    const text = textOf(`<a href="/about">Part 1</a> <a>Part 1</a> <a href="https://example.com/2024/4/x">Part 2</a>
      <a href="/2024/4/x">Not yet said</a> <a href="/2024/04/x/?a=b">Part 3</a> <a href="/2024/4/x">Part 4</a>`);
    expect(getPartLinks(text)).toEqual([
      { id: '2024/4/x', url: 'https://engineering.atspotify.com/2024/04/x/', part: 3 },
    ]);
  });

  it('links addresses that are no end', () => {
    expect(getPartLinks(textOf(`<a href="/2024/4/${'x'.repeat(1000)}">Part 1</a>`))).toEqual([]);
  });

  it('has no end of links', () => {
    const links = Array.from({ length: 5000 }, (_, i) => `<a href="/2024/4/x${i}">Part ${i % 99}</a>, `).join('');
    const read = () => expect(getPartLinks(textOf(links))).toHaveLength(100);
    expect(leastCpuTime(read, 2000)).toBeLessThan(2000);
  });
});

function textOf(html: string): Element {
  const text = document.createElement('div');
  text.innerHTML = html;
  return text;
}
