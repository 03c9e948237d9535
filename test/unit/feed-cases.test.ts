// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BlogUnreadable } from '../../lib/errors.ts';
import { decodeText } from '../../lib/parse/decode.ts';
import { parseFeed } from '../../lib/parse/feed.ts';
import type { Post } from '../../lib/post.ts';
import { leastCpuTime } from './cpu-time.ts';

interface Expected {
  readonly contentType?: string;
  readonly posts?: readonly Post[];
  readonly failure?: 'unreadable';
}

type Outcome = Pick<Expected, 'posts' | 'failure'>;

const FOLDER = join(import.meta.dirname, '../fixtures/feeds');
const FILES = globSync('*', { cwd: FOLDER }).filter((file) => !file.endsWith('.expected.json'));

const POST = '<title>A</title><link>https://engineering.atspotify.com/2025/9/a</link>';
const rss = (more: string) => `<rss version="2.0"><channel><item>${POST}</item>${more}</channel></rss>`;
/** Of two elements of a name the first one counts. */
const inItem = (first: string) => rss(`<item>${first}${POST.replaceAll(/a(?=<)/gi, 'b')}</item>`);
const inElement = (name: string, text: string) => inItem(`<${name}>${text}</${name}>`);
const atom = (more: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><id>https://engineering.atspotify.com/2025/9/a</id></entry>${more}</feed>`;
const rdf = (more: string) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item>${POST}</item>${more}</rdf:RDF>`;
const json = (more: string) =>
  `{"title":"Blog","items":[{"id":"https://engineering.atspotify.com/2025/9/a","title":"A"${more}}]}`;

/** So large that what takes quadratic time takes far too long, and so small that it ends. */
const SIZE = 300_000;
const filled = (unit: string, size = SIZE) => unit.repeat(Math.ceil(size / unit.length));
const nested = (name: string) => `<${name}>`.repeat(SIZE / 10) + `</${name}>`.repeat(SIZE / 10);
const attributes = (count: number) => Array.from({ length: count }, (_, n) => ` a${n}=""`).join('');
const items = (count: number) =>
  Array.from({ length: count }, (_, n) => `<item>${POST.replace('9/a', `9/a-${n}`)}</item>`).join('');

/** What is too long to be stored, and how many posts it has, if it can be read. */
const GENERATED: ReadonlyArray<readonly [name: string, text: string, outcome: number | 'unreadable']> = [
  ['1 MB of <', '<'.repeat(1_000_000), 'unreadable'],
  ['1 MB of white space', ' '.repeat(1_000_000), 'unreadable'],
  ['more than 5 Mi characters', rss(' '.repeat(5 * 1024 * 1024)), 'unreadable'],
  ['nearly 5 Mi characters', rss(' '.repeat(5 * 1024 * 1024 - 1000)), 1],
  ['200 KB of nested tags, not closed', filled('<div>', 200_000), 'unreadable'],
  ['nested tags', rss(nested('a')), 1],
  ['nested items', rss(nested('item')), 'unreadable'],
  ['nested groups', inItem(nested('group')), 'unreadable'],
  ['nested markup', inElement('description', nested('b')), 2],
  ['a title of <', inElement('title', '<'.repeat(SIZE)), 'unreadable'],
  ['a title of < in CDATA', inElement('title', `<![CDATA[${'<'.repeat(SIZE)}]]>`), 2],
  ['a description of < in CDATA', inElement('description', `<![CDATA[${'<'.repeat(SIZE)}]]>`), 2],
  ['a description of escaped <', inElement('description', filled('&lt;')), 2],
  ['a description of <a', inElement('description', `<![CDATA[${filled('<a')}]]>`), 2],
  ['a description that is one tag', inElement('description', `<![CDATA[<${'a'.repeat(SIZE)}<]]>`), 2],
  ['a description of open quotes', inElement('description', `<![CDATA[${filled('<a "')}]]>`), 2],
  ['a description of open comments', inElement('description', `<![CDATA[${filled('<!-- ')}]]>`), 2],
  ['a description of open scripts', inElement('description', `<![CDATA[${filled('<script')}]]>`), 2],
  ['a description of &', inElement('description', '&'.repeat(SIZE)), 2],
  ['a description of &;', inElement('description', filled('&;')), 2],
  ['a number without end', inElement('title', `&#${'1'.repeat(SIZE)};`), 2],
  ['an entity that never comes', inElement('title', filled('&CounterClockwiseContourIntegra')), 2],
  ['entities twice escaped', inElement('title', filled('&amp;amp;amp;')), 2],
  ['a huge title', inElement('title', filled('word ')), 2],
  ['a huge description', inElement('description', filled('&lt;p&gt;word&lt;/p&gt; ')), 2],
  ['a description of white space', inElement('description', `${' '.repeat(SIZE)}.`), 2],
  ['a description of [', inElement('description', '['.repeat(SIZE)), 2],
  ['a huge date of letters', inElement('pubDate', 'a'.repeat(SIZE)), 2],
  ['a huge date of numbers', inElement('pubDate', filled('1 ')), 2],
  ['a huge address', inElement('link', `https://engineering.atspotify.com/2025/9/${'a'.repeat(SIZE)}`), 1],
  ['a huge guid', inItem(`<guid isPermaLink="${' '.repeat(SIZE)}x">a</guid>`), 2],
  ['an author of brackets', inElement('author', '('.repeat(SIZE)), 2],
  ['an author of dots', inElement('author', `a@${'.'.repeat(SIZE)} a`), 2],
  ['a million attributes', inItem(`<title${attributes(100_000)}>B</title>`), 'unreadable'],
  ['many attributes on many elements', rss(filled(`<item${attributes(100)}/>`)), 1],
  ['many attributes around many texts', inItem(`<created${attributes(100)}>${filled('x<![CDATA[]]>')}</created>`), 2],
  ['attributes without value', inItem(`<title${filled(' a')}>B</title>`), 'unreadable'],
  ['an attribute of white space', inItem(`<title a${' '.repeat(SIZE)}="">B</title>`), 2],
  ['a tag of tabs', inItem(`<title${'\t'.repeat(SIZE)}>B</title>`), 2],
  ['a huge attribute', inItem(`<title a="${'>'.repeat(SIZE)}">B</title>`), 2],
  ['an attribute of namespaces', rss('').replace('2.0', filled('xmlns:a = ')), 1],
  ['a huge name', inItem(`<${'a'.repeat(SIZE)}/>`), 2],
  ['a huge name, not ended', inItem(`<${'a'.repeat(SIZE)}`), 'unreadable'],
  ['open quotes', inItem(`<title ${filled(`a='"' `)}>B</title>`), 'unreadable'],
  ['comments', rss(filled('<!---->')), 1],
  ['an endless comment', rss(`<!--${filled('-- >')}`), 'unreadable'],
  ['open comments', rss(filled('<!--')), 'unreadable'],
  ['instructions', rss(filled('<?a?>')), 1],
  ['an endless instruction', rss(filled('<?')), 'unreadable'],
  ['CDATA', inElement('title', filled('<![CDATA[]]>')), 1],
  ['endless CDATA', rss(filled('<![CDATA[')), 'unreadable'],
  ['an endless document type', `<!DOCTYPE${filled(' rss')}`, 'unreadable'],
  ['document types', filled('<!DOCTYPE a>'), 'unreadable'],
  [
    'a billion laughs',
    `<!DOCTYPE rss [<!ENTITY a "${'lol'.repeat(1000)}">${Array.from({ length: 2000 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`).join('')}]>${inElement('title', '&a1999;')}`,
    'unreadable',
  ],
  [
    'a quadratic blow-up',
    `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(SIZE / 2)}">]>${inElement('title', filled('&a;', SIZE / 2))}`,
    'unreadable',
  ],
  ['a million empty items', rss(filled('<item/>', 1_000_000)), 1],
  ['10,000 items', rss(items(10_000)), 10_000],
  ['12,000 items', rss(items(12_000)), 10_000],
  ['unknown elements', rss(filled('<a/>')), 1],
  ['ids', inItem(filled('<id/>')), 2],
  ['links', inItem(filled('<link/>')), 1],
  ['categories', inItem(filled('<category>a</category>')), 2],
  ['pictures that are none', inItem(filled('<media:thumbnail url="a:"/>')), 2],
  ['pictures in pictures', inItem(filled(`<media:thumbnail url="${'/_next/image?url='.repeat(58)}a:"/>`)), 2],
  ['an array of billions', inItem('<media:thumbnail><length>4000000000</length></media:thumbnail>'), 2],
  ['Atom links', atom(`<entry>${filled('<link href="a"/>')}</entry>`), 1],
  ['Atom with empty entries', atom(filled('<entry/>')), 1],
  ['Atom with much XHTML', atom(`<entry><summary type="xhtml"><div>${filled('<b>x</b>')}</div></summary></entry>`), 1],
  [
    'Atom with XHTML in CDATA',
    atom(`<entry><summary type="xhtml"><![CDATA[<div>${filled('<')}]]></summary></entry>`),
    1,
  ],
  ['RDF with empty items', rdf(filled('<item/>')), 1],
  [
    'RDF with a long table of contents',
    rdf(`<channel><items><rdf:Seq>${filled('<rdf:li resource="a"/>')}</rdf:Seq></items></channel>${filled('<item/>')}`),
    1,
  ],
  ['JSON that only opens', '{"a":'.repeat(SIZE / 5), 'unreadable'],
  ['JSON that nests', json(`,"tags":${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}`), 'unreadable'],
  ['JSON with empty items', json(`},${filled('{},')}{"id":""`), 1],
  ['JSON with many parts', json(Array.from({ length: SIZE / 10 }, (_, n) => `,"a${n}":1`).join('')), 1],
  ['JSON with many tags', json(`,"tags":[${filled('"a",')}""]`), 1],
  ['JSON with much HTML', json(`,"content_html":"${filled('<a')}"`), 1],
];

const DAMAGED = ['rss-today.xml', 'rss-media.xml', 'atom-text-types.xml', 'rdf.xml', 'json-feed-1.1.json'];
const PIECES = ' < > " & ]]> <!-- <item> </item> { [ &#x length __proto__ \0'.split(' ');

describe('a feed', () => {
  beforeAll(() => {
    for (const file of [...FILES, ...FILES]) outcomeOf(read(file));
  });

  it('has more than a hundred stored cases', () => expect(FILES.length).toBeGreaterThan(100));

  it.each(FILES)('%s', (file) => {
    const { contentType, ...expected } = expectedOf(file);
    expect(withinBudget(read(file, contentType))).toEqual(expected);
  });

  it.each(GENERATED)('of %s', (_, text, count) => {
    const { posts, failure } = withinBudget(text);
    expect(failure ?? posts?.length).toBe(count);
  });

  it.each(['rss-today.xml', 'atom.xml', 'rdf.xml', 'json-feed-1.json'])('%s cut off anywhere', (file) => {
    const whole = read(file).trimEnd();
    const lengths = Array.from({ length: whole.length }, (_, length) => length);
    expect(lengths.filter((length) => outcomeOf(whole.slice(0, length)).failure !== 'unreadable')).toEqual([]);
  });

  it.each(DAMAGED)('%s damaged anywhere gives posts or the failure', (file) => {
    const whole = read(file);
    for (let n = 0; n < 2000; n++) {
      const at = (n * 7919) % whole.length;
      const piece = PIECES[n % PIECES.length] ?? '';
      outcomeOf(whole.slice(0, at) + piece + whole.slice(at + (n % 5)));
    }
  });
});

function read(file: string, contentType: string | null = null): string {
  return decodeText(readFileSync(join(FOLDER, file)), contentType);
}

function expectedOf(file: string): Expected {
  return JSON.parse(readFileSync(join(FOLDER, file.replace(/\.\w+$/, '.expected.json')), 'utf8'));
}

/** What the feed gives. Whatever is thrown but the expected failure goes through. */
function outcomeOf(text: string): Outcome {
  try {
    return { posts: parseFeed(text) };
  } catch (error) {
    if (!(error instanceof BlogUnreadable)) throw error;
    expect(error.failure).toEqual({ code: 'unreadable', source: 'feed' });
    return { failure: error.failure.code };
  }
}

/** What the feed gives, for no more of this thread's time than 100 ms, and 100 ms for each 100 KB. */
function withinBudget(text: string): Outcome {
  let outcome: Outcome = {};
  const budget = Math.max(100, text.length / 1000);
  const parse = () => {
    outcome = outcomeOf(text);
  };
  expect(leastCpuTime(parse, budget)).toBeLessThan(budget);
  return outcome;
}
