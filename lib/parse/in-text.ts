import { INLINE, isGeneric } from './post-links.ts';

/** So many elements that only format are looked through. */
const DEEPEST = 5;

/** Whether a link stands in running text, where it is a word of a sentence and not the title of a card. */
export function isInText(link: Element): boolean {
  const [before, after] = textsBeside(link);
  if (!/[\p{L},("“'’]\s*$/u.test(before) && !isInSentence(link, after)) return false;
  return !isGeneric(link.textContent.slice(0, 100));
}

/** `by` is what follows a title too. */
function isInSentence(link: Element, after: string): boolean {
  return /^[,.;:)”’]?\s*(?!by\b)\p{Ll}|^[.?!)]/u.test(after) && link.closest('p, blockquote, figcaption') !== null;
}

function textsBeside(link: Element): [before: string, after: string] {
  let first = link;
  let last = link;
  for (let i = 0; i < DEEPEST; i++) {
    if (!first.previousSibling && isInline(first.parentElement)) first = first.parentElement;
    if (!last.nextSibling && isInline(last.parentElement)) last = last.parentElement;
  }
  return [textOf(first.previousSibling), textOf(last.nextSibling)];
}

function isInline(element: Element | null): element is Element {
  return element !== null && INLINE.test(element.localName);
}

function textOf(node: Node | null): string {
  return node?.nodeType === 3 ? (node.nodeValue ?? '') : '';
}
