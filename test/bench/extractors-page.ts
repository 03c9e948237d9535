import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { originalImage } from '../../lib/blog/image.ts';
import { getArticle } from '../../lib/parse/article.ts';
import { articleHtml } from '../../lib/parse/article-html.ts';
import { getArticleText } from '../../lib/parse/article-text.ts';

/** A page of a post, and what is to be found in it. */
export interface Sample {
  readonly name: string;
  readonly address: string;
  readonly html: string;
  readonly expected: string;
  readonly unwanted: readonly string[];
}

/** How many of the things that are to be found have been, and how many there are. */
export type Tally = readonly [found: number, all: number];
export type Scores = Readonly<Record<(typeof MEASURES)[number], Tally>>;

export const MEASURES = ['words', 'unwanted', 'blocks', 'code', 'pictures', 'footnotes', 'formulas', 'links'] as const;

type Extract = (page: Document, sample: Sample) => string;

const MARK = 'data-text';
/** Defuddle without its guesses at what belongs to an article. */
const GIVEN = {
  removeExactSelectors: false,
  removePartialSelectors: false,
  removeHiddenElements: false,
  removeLowScoring: false,
  removeSmallImages: false,
  removeContentPatterns: false,
};

const EXTRACTORS: Readonly<Record<string, Extract>> = {
  Readability: (page) => new Readability(page, { charThreshold: 0, keepClasses: true }).parse()?.content ?? '',
  Defuddle: (page, { address }) => new Defuddle(page, { url: address }).parse().content,
  'Defuddle, given the text': (page, { address }) => {
    getArticleText(page)?.setAttribute(MARK, '');
    return new Defuddle(page, { url: address, contentSelector: `[${MARK}]`, ...GIVEN }).parse().content;
  },
  'ours, then Defuddle': (page, sample) => {
    const prepared = pageOf(`<main ${MARK}>${ours(page, sample)}</main>`);
    return new Defuddle(prepared, { url: sample.address, contentSelector: `[${MARK}]`, ...GIVEN }).parse().content;
  },
  'ours, without Readability': (page, sample) => {
    // As if the look were known.
    getArticleText(page)?.setAttribute('class', 'post__content');
    return ours(page, sample);
  },
  ours,
};

function ours(page: Document, { address }: Sample): string {
  const [text, post] = [getArticleText(page), getArticle(address, page)];
  return text && post ? articleHtml(page, text, post).html : '';
}

/** What each extractor makes of each sample. */
export function scoresOf(samples: readonly Sample[]): Record<string, Scores[]> {
  const entries = Object.entries(EXTRACTORS).map(([name, extract]) => [
    name,
    samples.map((sample) => score(extract, sample)),
  ]);
  return Object.fromEntries(entries);
}

function score(extract: Extract, sample: Sample): Scores {
  const page = pageOf(sample.html, sample.address);
  const found = pageOf(extract(page, sample), sample.address).body;
  const expected = pageOf(sample.expected, sample.address).body;
  const shared = (itemsOf: (body: Element) => readonly string[]): Tally => tallyOf(itemsOf(found), itemsOf(expected));
  const text = found.textContent;
  return {
    words: shared(wordsOf),
    unwanted: [sample.unwanted.filter((phrase) => text.includes(phrase)).length, sample.unwanted.length],
    blocks: shared(blocksOf),
    code: shared((body) => [...body.querySelectorAll('pre')].map((pre) => pre.textContent.replace(/\n$/, ''))),
    pictures: shared((body) => attributesOf(body, 'img', 'src').map(originalImage).filter(Boolean)),
    footnotes: shared(notesOf),
    formulas: shared(formulasOf),
    links: shared((body) => attributesOf(body, 'a[href^="http"]', 'href')),
  };
}

function pageOf(html: string, address?: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  // Both resolve addresses as the browser would.
  const base = page.createElement('base');
  base.href = address ?? '';
  if (address) page.head.prepend(base);
  return page;
}

/** How many of the expected items are among those found, each counted as often as it is there. */
function tallyOf(found: readonly string[], expected: readonly string[]): Tally {
  const left = new Map<string, number>();
  for (const item of found) left.set(item, (left.get(item) ?? 0) + 1);
  const kept = expected.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count > 0;
  });
  return [kept.length, expected.length];
}

function wordsOf(body: Element): string[] {
  const words: string[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) words.push(...(node.nodeValue ?? '').split(/\s+/));
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function blocksOf(body: Element): string[] {
  const blocks = body.querySelectorAll('h2, h3, h4, p, li, blockquote, th, td, caption, dt, dd, figcaption, summary');
  return [...blocks].map(({ localName, textContent }) => `${localName} ${textContent.replace(/\s|↩|\uFE0E/g, '')}`);
}

function attributesOf(body: Element, selector: string, name: string): string[] {
  return [...body.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
}

/** Footnotes that can be found from where they are referred to. */
function notesOf(body: Element): string[] {
  const references = [...body.querySelectorAll('sup a[href^="#"]')];
  const notes = references.map(({ ownerDocument: page }, index) => {
    const id = decodeURIComponent(references[index]?.getAttribute('href')?.slice(1) ?? '');
    return page.getElementById(id)?.textContent.replace(/\s|↩|\uFE0E/g, '') ?? '';
  });
  return notes.filter(Boolean);
}

/** Formulas that a browser shows as such, or at least tell what they are. */
function formulasOf(body: Element): string[] {
  const formulas = [...body.querySelectorAll('math, code.language-latex')];
  const latex = formulas.map(
    (formula) => formula.getAttribute('data-latex') ?? formula.querySelector('annotation')?.textContent,
  );
  return formulas.map((formula, index) => latex[index] ?? formula.textContent.replace(/\s+/g, ''));
}
