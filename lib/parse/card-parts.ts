import type { PostId } from '../post.ts';
import { INLINE, type ReadLink } from './post-links.ts';
import { isOurs, shadowOf } from './shadow-content.ts';

/** A piece of text that stands apart from others. */
export interface Block {
  /** As it came, neither cleaned nor cut. */
  text: string;
  /** The link to the post in which it stands. */
  readonly link: Element | undefined;
  readonly heading: Element | undefined;
}

/** What a card is made of, whatever its elements are called; each list in the order of the card. */
export interface CardParts {
  readonly blocks: readonly Block[];
  /** The links to the post. */
  readonly links: readonly Element[];
  readonly times: readonly Element[];
  readonly categories: readonly Element[];
  /** `img`, `source` and `noscript`; those in links to the post first. */
  readonly pictures: readonly Element[];
}

/** Where a node stands. */
interface Place {
  readonly block: Element;
  readonly link?: Element | undefined;
  readonly heading?: Element | undefined;
}

/** The elements with the title of something. */
export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

const SKIPPED = /^(?:button|form|noscript|script|select|style|svg|textarea)$/;
const PICTURE = /^(?:img|source|noscript)$/;
const CATEGORY = /^(?:(?:https?:)?\/\/[^/]*)?\/(?:tag|category)\/[^/?#]/i;

/** Takes a card apart in one walk, its shadow roots included. */
export function partsOf(card: Element, id: PostId, readLink: ReadLink): CardParts {
  const blocks = new Map<Element, Block>();
  const links: Element[] = [];
  const times: Element[] = [];
  const categories: Element[] = [];
  const linked: Element[] = [];
  const unlinked: Element[] = [];

  function addText(text: string, { block, link, heading }: Place): void {
    const known = blocks.get(block);
    if (known) known.text += text;
    else if (/\S/.test(text)) blocks.set(block, { text, link, heading });
  }

  /** Where the content of an element stands; undefined if that is not to be read. */
  function enter(element: Element, place: Place): Place | undefined {
    const { localName } = element;
    if (PICTURE.test(localName)) (place.link ? linked : unlinked).push(element);
    if (SKIPPED.test(localName) || isOurs(element)) return undefined;
    if (localName === 'time') times.push(element);
    const isLink = localName === 'a' && readLink(element)?.id === id;
    if (isLink) links.push(element);
    if (!isLink && isCategory(element)) {
      categories.push(element);
      return undefined;
    }
    if (!isLink && isInSentence(element)) return place;
    addText(' ', place);
    const heading = element.matches(HEADINGS) ? element : place.heading;
    return { block: element, link: isLink ? element : place.link, heading };
  }

  const open: [Node, Place][] = [[card, { block: card }]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, place] = next;
    if (node.nodeType === Node.TEXT_NODE) addText(node.nodeValue ?? '', place);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const within = enter(node as Element, place);
    // What is to come first is put there last.
    for (const parent of within ? [node, shadowOf(node as Element)] : []) {
      for (let child = parent?.lastChild; child; child = child.previousSibling) open.push([child, within as Place]);
    }
  }
  return { blocks: [...blocks.values()], links, times, categories, pictures: [...linked, ...unlinked] };
}

function isCategory(element: Element): boolean {
  return element.localName === 'a' && CATEGORY.test(element.getAttribute('href') ?? '');
}

/** Boxes and words are told apart by the text beside them. */
function isInSentence(element: Element): boolean {
  return INLINE.test(element.localName) && [element.previousSibling, element.nextSibling].some(isWords);
}

function isWords(node: Node | null): boolean {
  return node?.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '');
}
