import { ARTICLE_ERAS } from '../blog/article-selectors.ts';
import { runsOf, textsIn } from './text-runs.ts';

const BOXES = 'div, section, article, main, body';
/** The text of a post is so much of all that the page has to read, at least; the rest is what we don't know to leave out. */
const MOST_OF_TEXT = 0.8;
/** A page that is still loading, or has no post, has less to read, in characters. */
const LEAST_TEXT = 200;

/** The element that holds the text of the post that a page is; undefined as long as there is none. */
export function getArticleText(root: ParentNode): Element | undefined {
  for (const era of ARTICLE_ERAS) {
    const text = root.querySelector(era.text);
    if (text) return text.textContent.trim() === '' ? undefined : text;
  }
  return mostOfText(root);
}

/** What there is to read in an element, code included: the pieces between white space and the ends of blocks. */
export function piecesOf(element: Element): string[] {
  const text = runsOf(element).map((run) => run.text);
  return text.join('').split(/[\s\uFFFC]+/);
}

/** How many of the pieces of a text are words. */
export function countWords(pieces: readonly string[]): number {
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
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
