import { ERAS } from '../blog/selectors.ts';
import { type Post, type PostId, postIdOf } from '../post.ts';
import { parsePage } from './article/dom.ts';
import { type Card, cardOf, hasTitle } from './card.ts';
import { cardsByStructure } from './cards-by-structure.ts';
import { createReadLink, type PostLink } from './post-links.ts';

/**
 * The cards of a listing page, in its order. A featured post may stand on two of them. On a page whose address is a post's
 * there are none: what it links to are related posts.
 */
export function getCards(root: ParentNode, address = '', readLink = createReadLink()): Card[] {
  if (postIdOf(address)) return [];
  // Every address of a post has its year: the browser sorts out the others sooner.
  const links = [...root.querySelectorAll('a[href*="20"]')].flatMap((element) => readLink(element) ?? []);
  for (const era of ERAS) {
    const { cards, strays } = cardsAround(links, era.card);
    // Otherwise it is another page, in which some parts have kept their names.
    if (cards.size > 0 && strays * 2 < links.length)
      return [...cards].map(([element, link]) => cardOf(element, link, readLink, era));
  }
  return [...cardsByStructure(root, readLink)]
    .filter(([element, link]) => hasTitle(element, link, readLink))
    .map(([element, link]) => cardOf(element, link, readLink));
}

/** The posts that the HTML of a listing page shows, each once. Needs a DOM; nothing in the HTML is run or loaded. */
export function parsePosts(html: string): Post[] {
  const posts = new Map<PostId, Post>();
  for (const { id, post } of getCards(parsePage(html))) {
    if (post.title && !posts.has(id)) posts.set(id, post);
  }
  return [...posts.values()];
}

/** The cards of an era, each with its first link, and how many links stand elsewhere. */
function cardsAround(links: readonly PostLink[], selector: string) {
  const cards = new Map<Element, PostLink>();
  let strays = 0;
  for (const link of links) {
    const card = link.element.closest(selector);
    if (!card) strays++;
    else if (!cards.has(card)) cards.set(card, link);
  }
  return { cards, strays };
}
