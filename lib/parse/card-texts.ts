import type { Block, CardParts } from './card-parts.ts';
import { dayAgo, dayOfText } from './date.ts';
import { isGeneric } from './post-links.ts';
import { cleanExcerpt, cleanText } from './text.ts';

/** No line beside a title is longer, in characters; what is may mention a day that is not the post's. */
const LONGEST_LINE = 60;
/** Nothing that tells what a post is about is shorter. */
const SHORTEST_EXCERPT = 20;
/** Who wrote it, and how long it takes to read. */
const BYLINE = /^(?:by|posted|published|updated|written)\b|\bmin(?:utes?|s)?(?: read)?$/i;

/** The title of a card's post: its heading, else what its links say. Empty if there is none. */
export function titleIn({ blocks, links, pictures }: CardParts): string {
  const headed = blocks.filter(({ heading }) => heading);
  const first = headed.find(({ link }) => link) ?? headed[0];
  if (first) return cleanText(textOf(headed.filter(({ heading }) => heading === first.heading)));
  const plain = blocks.filter((block) => !isLine(block));
  const leads = links.map((link) => leadOf(blocks.filter((block) => block.link === link)));
  const labels = links.map((link) => link.getAttribute('aria-label') || link.getAttribute('title') || '');
  const names = pictures.map((picture) => picture.getAttribute('alt') ?? '');
  const beside = textOf(plain.slice(0, 1));
  const isNamed = blocks.some(({ link }) => link);
  const said = [longest(leads), longest(labels), ...(isNamed ? [beside, longest(names)] : [longest(names), beside])];
  return said.map(cleanText).find((text) => text !== '' && !isGeneric(text)) ?? '';
}

/** The day of a card's post, `YYYY-MM-DD`, else empty. */
export function dayIn({ blocks, times }: CardParts, title: string): string {
  const stamps = times.map((time) => dayOfText(time.getAttribute('datetime') ?? ''));
  return [...stamps, ...blocks.map((block) => (isTitle(block, title) ? '' : dayOf(block)))].find(Boolean) ?? '';
}

/** What a card says of what its post is about, else empty. */
export function excerptIn({ blocks }: CardParts, title: string): string {
  const others = blocks.filter((block) => !block.heading && !isTitle(block, title) && !isLine(block));
  const excerpt = cleanExcerpt(longest(others.map(({ text }) => text)));
  return excerpt.length < SHORTEST_EXCERPT ? '' : excerpt;
}

/** Of the texts in a link around a whole card the first is the title, or the second if that before it is a word. */
function leadOf(blocks: readonly Block[]): string {
  const texts = blocks.length > 1 ? blocks.filter((block) => !isLine(block)) : blocks;
  const [first, second] = texts;
  const isKicker = texts.length > 2 && first !== undefined && first.text.trim().split(/\s+/, 3).length < 3;
  return (isKicker ? second : first)?.text ?? '';
}

/** Whether a text stands beside titles and excerpts: a day, a name, a thing to do. */
function isLine({ text }: Block): boolean {
  const line = lineOf(text);
  return line !== '' && (BYLINE.test(line) || isGeneric(line) || dayOfLine(line) !== '');
}

function dayOf({ text }: Block): string {
  const line = lineOf(text);
  return line && dayOfLine(line);
}

function dayOfLine(line: string): string {
  return dayOfText(line) || dayAgo(line);
}

/** The text if it is a line, else empty. */
function lineOf(text: string): string {
  const line = cleanText(text);
  return line.length <= LONGEST_LINE ? line : '';
}

function isTitle({ text }: Block, title: string): boolean {
  return cleanText(text) === title;
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join(' ');
}

function longest(texts: readonly string[]): string {
  return texts.reduce((longer, text) => (text.trim().length > longer.length ? text.trim() : longer), '');
}
