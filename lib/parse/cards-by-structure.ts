import { HEADINGS } from './card-parts.ts';
import { largestOfOne, type Owners, ownersIn } from './link-owners.ts';
import { narrowCard } from './narrow-card.ts';
import { outlineOf } from './page-outline.ts';
import type { PostLink, ReadLink } from './post-links.ts';
import { childrenOf, isOurs, shadowOf } from './shadow-content.ts';

/** What stands for one thing of a list, and the lists. */
const ITEM = /^(?:li|article|tr)$/;
const LIST = /^(?:ul|ol|table|tbody)$/;

/** The cards of a page that looks like none that we know, each with a link to its post. */
export function cardsByStructure(root: ParentNode, readLink: ReadLink): Map<Element, PostLink> {
  const outline = outlineOf(root, readLink);
  const owners = ownersIn(outline);
  const elements = largestOfOne(outline, owners).flatMap((element) => cardsWithin(element, owners));
  const kinds = Map.groupBy(elements, kindOf);
  const isLikeOthers = (element: Element) => {
    const isNamed = ITEM.test(element.localName) || element.hasAttribute('class');
    return isNamed && (kinds.get(kindOf(element))?.length ?? 0) > 1;
  };
  const isOnlyPost = new Set(outline.links.map(({ id }) => id)).size === 1;
  const cards = new Map<Element, PostLink>();
  for (const element of elements) {
    const isCertain = ITEM.test(element.localName) || isLikeOthers(element);
    const card = isCertain ? element : narrowCard(element, { owners, readLink, isLikeOthers, isOnlyPost });
    const link = owners.get(card);
    if (link && link !== 'several') cards.set(card, link);
  }
  return withoutEchoes(cards);
}

function kindOf(element: Element): string {
  return `${element.localName} ${element.getAttribute('class')}`;
}

function cardsWithin(largest: Element, owners: Owners): Element[] {
  const found: Element[] = [];
  const open = [largest];
  for (let element = open.pop(); element; element = open.pop()) {
    const { card, repeated } = lookInto(element, owners);
    if (repeated.length === 0) found.push(card);
    // What is to come first is put there last.
    for (const part of repeated.reverse()) open.push(part);
  }
  return found;
}

/** A list with one item, or a section around one article, is no card, but what is in it; and one post may have several. */
function lookInto(largest: Element, owners: Owners): { readonly card: Element; readonly repeated: Element[] } {
  let card = largest;
  let isWrapper = true;
  let isItem = ITEM.test(largest.localName);
  for (let at = largest; ; ) {
    const children = childrenOf(at).filter((child) => !isOurs(child));
    const inside = children.filter((child) => owners.has(child));
    const [only] = inside;
    if (!only || inside.length > 1) return { card, repeated: isRepetition(inside) ? inside : [] };
    isWrapper &&= children.length === 1 && !LIST.test(at.localName);
    at = only;
    if (!isItem && ITEM.test(at.localName)) {
      isItem = true;
      if (!isWrapper) card = at;
    }
  }
}

/** Whether elements that link the same post are cards of their own: two of them have its title, as heading or as item. */
function isRepetition(elements: readonly Element[]): boolean {
  const titles = elements.map(titleOf).filter(Boolean);
  return new Set(titles).size < titles.length;
}

function titleOf(element: Element): string {
  const heading = element.matches(HEADINGS) ? element : element.querySelector(HEADINGS);
  if (heading) return heading.textContent.trim();
  return ITEM.test(element.localName) ? element.textContent.trim() : '';
}

/** Where a post has cards, a link alone (a picture in another column, a word in a banner) is none. */
function withoutEchoes(cards: ReadonlyMap<Element, PostLink>): Map<Element, PostLink> {
  const byPost = Map.groupBy(cards, ([, { id }]) => id);
  const kept = [...byPost.values()].flatMap((entries) => {
    if (entries.length === 1) return entries;
    const whole = entries.filter(([element, link]) => isMoreThanLink(element, link));
    const [first] = entries;
    const [named = first] = entries.filter(([element]) => element.textContent.trim() !== '');
    return whole.length > 0 ? whole : named ? [named] : [];
  });
  const elements = new Set(kept.map(([element]) => element));
  return new Map([...cards].filter(([element]) => elements.has(element)));
}

function isMoreThanLink(element: Element, link: PostLink): boolean {
  if (ITEM.test(element.localName) || shadowOf(element)) return true;
  const text = element.textContent.trim();
  return text !== link.element.textContent.trim() ? text !== '' : element.querySelector('img') !== null && text !== '';
}
