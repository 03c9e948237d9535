import { APART, ARTICLE_ERAS, OTHER_POSTS } from '../blog/article-selectors.ts';
import { originalImage } from '../blog/image.ts';
import { numberOf, ORDINAL, PART_IN_SENTENCE } from '../blog/series.ts';
import { LONGEST_TEXT, type Post, type PostId, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { cleanCategories } from './categories.ts';
import { dayOfText, dayOfTimestamp } from './date.ts';
import { cleanText } from './text.ts';

/** A link in a post's text to a part of a series. */
interface PartLink extends Pick<Post, 'id' | 'url'> {
  readonly part: number;
}

/** Text within one link to a post, or between two such links. */
interface Run {
  readonly link: Element | null;
  text: string;
}

/** Of silent reading of English non-fiction: Brysbaert, How many words do we read per minute?, 2019. */
const WORDS_PER_MINUTE = 238;

const SUBHEADING = 'h2, h3, h4, h5, h6';
const BOXES = 'div, section, article, main, body';
/** The text of a post is so much of all that the page has to read, at least; the rest is what we don't know to leave out. */
const MOST_OF_TEXT = 0.8;
/** A page that is still loading, or has no post, has less to read, in characters. */
const LEAST_TEXT = 200;

const BLOCK = ':not(a, abbr, b, cite, code, em, i, mark, s, small, span, strong, sub, sup, u)';
/** Stands for the end of a block: it is no white space. */
const BLOCK_END = '\uFFFC';

const OF_SERIES = String.raw`\s+(?:in|of)\s+(?:this|the|our|a)\b[^.${BLOCK_END}]{0,40}?\bseries\b`;
const PART = String.raw`(?:${PART_IN_SENTENCE}|${ORDINAL}\s+(?:blog\s+)?(?:post|article)(?=${OF_SERIES}))`;
const PART_IN_LINK = new RegExp(PART, 'i');
/** Not in `This is part 2 of our series`: that is the post itself. */
const PART_BEFORE_LINK = new RegExp(
  String.raw`(?<!\b(?:is|this)\s+(?:the\s+|our\s+)?)${PART}(?:${OF_SERIES})?[\s:(“"‘'–—-]*$`,
  'i',
);
const PART_AFTER_LINK = new RegExp(
  String.raw`^\s*(?:\((?:[^()]{0,40},\s*)?(?:the\s+)?${PART}\s*\)|,?\s*${PART}(?=\s*(?:$|[.;)${BLOCK_END}])))`,
  'i',
);
/** How far around a link its words are looked at, in characters. */
const NEAR = 100;
/** No series has more parts. */
const MOST_LINKS = 50;

/**
 * The post that a page is; undefined if the page is no post's. What the page shows may still be of the page before, as long
 * as its heading is.
 */
export function getArticle(address: string, root: ParentNode): Post | undefined {
  const id = postIdOf(address);
  if (!id) return undefined;
  return { id, url: postUrlOf(address), title: getHeading(root), excerpt: '', ...factsOf(root) };
}

/** The heading of a page, empty if there is none. */
export function getHeading(root: ParentNode): string {
  return cleanText(root.querySelector('h1')?.textContent);
}

/** The element that holds the text of the post that a page is; undefined as long as there is none. */
export function getArticleText(root: ParentNode): Element | undefined {
  for (const era of ARTICLE_ERAS) {
    const text = root.querySelector(era.text);
    if (text) return text.textContent.trim() === '' ? undefined : text;
  }
  return mostOfText(root);
}

/** How many words there are to read in an element, code included. */
export function countWords(element: Element): number {
  const text = runsOf(element).map((run) => run.text);
  return text
    .join('')
    .split(/[\s\uFFFC]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** How long so many words take to read, in whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** The links in a post's text that are said to lead to a part of a series, each post once, in the order of the parts. */
export function getPartLinks(text: Element): PartLink[] {
  const links = new Map<PostId, PartLink>();
  const runs = runsOf(text);
  for (const [index, { link, text: words }] of runs.entries()) {
    const href = link?.getAttribute('href') ?? '';
    const id = link && href.length <= LONGEST_TEXT ? postIdOf(href) : undefined;
    if (!id || links.has(id) || links.size === MOST_LINKS) continue;
    const before = textBeside(runs[index - 1]).slice(-NEAR);
    const after = textBeside(runs[index + 1]).slice(0, NEAR);
    const part = partOf(cleanText(words.replaceAll(BLOCK_END, ' ')), before, after);
    if (part !== undefined) links.set(id, { id, url: postUrlOf(href), part });
  }
  return [...links.values()].sort((a, b) => a.part - b.part);
}

function textBeside(run: Run | undefined): string {
  return run && !run.link ? run.text : '';
}

/** What the words of a link and those around it say: `[Part 1]`, `[first post] in this series`, `Part 1: […]`, `[…] (Part 1)`. */
function partOf(words: string, before: string, after: string): number | undefined {
  const begun = PART_IN_LINK.exec(words + after);
  const match =
    PART_IN_LINK.exec(words) ??
    (begun && begun.index < words.length ? begun : null) ??
    PART_BEFORE_LINK.exec(before) ??
    PART_AFTER_LINK.exec(after);
  const number = match?.slice(1).find(Boolean);
  return number === undefined ? undefined : numberOf(number);
}

function factsOf(root: ParentNode): Pick<Post, 'date' | 'categories' | 'image'> {
  const era = ARTICLE_ERAS.find(({ text }) => root.querySelector(text));
  if (!era) return { date: '', categories: [], image: '' };
  const [text, title] = [root.querySelector(era.text), root.querySelector('h1')];
  const all = (selector: string): Element[] =>
    [...root.querySelectorAll(selector)].filter(
      (found) => !text?.contains(found) && found.closest(APART)?.contains(title) !== false,
    );
  const links = all(era.category);
  // Beside its categories a post may have tags, which are others, and many.
  const categories = links.filter((link) => link.getAttribute('href')?.includes('/category/'));
  return {
    date: all(era.date).map(dateOf).find(Boolean) ?? '',
    categories: cleanCategories((categories.length > 0 ? categories : links).map((link) => link.textContent)),
    image: all(era.image).map(imageOf).find(Boolean) ?? '',
  };
}

function dateOf(element: Element): string {
  return dayOfTimestamp(element.getAttribute('datetime') ?? '') || dayOfText(cleanText(element.textContent));
}

function imageOf(element: Element): string {
  return originalImage(element.getAttribute('src') ?? '');
}

/** The smallest box that holds most of the text that comes after the heading. */
function mostOfText(root: ParentNode): Element | undefined {
  const heading = root.querySelector('h1');
  const lengths = new Map<Element | null | undefined, number>();
  const add = (box: Element | null | undefined, length: number) => lengths.set(box, (lengths.get(box) ?? 0) + length);
  let total = 0;
  for (const node of textsIn(root)) {
    if (heading && !(heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const length = node.textContent?.trim().length ?? 0;
    total += length;
    add(node.parentElement?.closest(BOXES), length);
  }
  if (total < LEAST_TEXT) return undefined;
  // Each box comes before those around it.
  for (const box of [...root.querySelectorAll(BOXES)].reverse()) {
    const length = lengths.get(box) ?? 0;
    if (length >= MOST_OF_TEXT * total) return box;
    add(box.parentElement?.closest(BOXES), length);
  }
  return undefined;
}

/** The text of an element, taken apart at its links. */
function runsOf(element: Element): Run[] {
  let run: Run = { link: null, text: '' };
  const runs = [run];
  let block: Element | null | undefined;
  for (const { nodeName, parentElement, textContent } of textsIn(element)) {
    const nextBlock = parentElement?.closest(BLOCK);
    const link = parentElement?.closest('a[href]') ?? null;
    const end = nextBlock === block ? '' : BLOCK_END;
    block = nextBlock;
    run.text += end;
    if (link !== run.link) {
      run = { link, text: end };
      runs.push(run);
    }
    run.text += nodeName === 'BR' ? ' ' : textContent;
  }
  return runs;
}

/** The texts and line breaks of a post: neither those that stand apart from it nor what comes with a heading of others. */
function* textsIn(root: ParentNode): Generator<Node> {
  const title = root.querySelector('h1');
  let others: Element | null | undefined;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(APART) && !node.contains(title)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text || node.nodeName === 'BR') || others?.contains(node)) continue;
    const heading = OTHER_POSTS.test(node.textContent?.slice(0, NEAR) ?? '') && node.parentElement?.closest(SUBHEADING);
    if (heading) others = sectionOf(heading);
    else yield node;
  }
}

/** What a heading is the heading of: it may have a box of its own. */
function sectionOf(heading: Element): Element | null {
  let section = heading.parentElement;
  while (section && section.firstElementChild === section.lastElementChild) section = section.parentElement;
  return section;
}
