import type { Post } from '../post.ts';
import { cardOf } from './card.ts';
import { HEADINGS } from './card-parts.ts';
import type { Owners } from './link-owners.ts';
import type { ReadLink } from './post-links.ts';
import { childrenOf, isOurs } from './shadow-content.ts';

/** So many elements in one another are looked into. */
const DEEPEST = 16;

/** What there is to know for that beside the card. */
interface Surroundings {
  readonly owners: Owners;
  readonly readLink: ReadLink;
  /** Whether an element is called like other cards of the page. */
  isLikeOthers(element: Element): boolean;
  /** Whether there is but one post on the page: then nothing tells its card from mere wrappers around it. */
  readonly isOnlyPost: boolean;
}

/**
 * A card that is like no other may have taken in what stands around it, like the heading of its section or the button for
 * more: it is narrowed to what is like the others, else as far as that loses nothing of its post.
 */
export function narrowCard(widest: Element, { owners, readLink, isLikeOthers, isOnlyPost }: Surroundings): Element {
  const postIn = (element: Element) => {
    const link = owners.get(element);
    return link && link !== 'several' ? cardOf(element, link, readLink).post : undefined;
  };
  const whole = postIn(widest);
  let card = widest;
  let isComplete = true;
  for (let [at, depth] = [widest, 0]; depth < DEEPEST; depth++) {
    const children = childrenOf(at).filter((child) => !isOurs(child));
    const inside = children.filter((child) => owners.has(child));
    const [only] = inside;
    if (!only || inside.length > 1) return card;
    if (isLikeOthers(only)) return only;
    const isWrapper = children.length === 1;
    isComplete &&= isCardLike(only, isWrapper) && (isWrapper || tellsAll(postIn(only), whole));
    if (isComplete && (isOnlyPost || !isWrapper)) card = only;
    at = only;
  }
  return card;
}

/** A link may be a card, with a picture; a heading is only a part of one. */
function isCardLike(element: Element, isWrapped: boolean): boolean {
  if (element.localName === 'a') return !isWrapped && element.querySelector('img') !== null;
  return !element.matches(HEADINGS);
}

/** Whether nothing is missing in a post that the other has; each text may be another one. */
function tellsAll(post: Post | undefined, whole: Post | undefined): boolean {
  if (!post || !whole) return false;
  const fields = ['title', 'date', 'excerpt', 'image', 'categories'] as const;
  return fields.every((field) => post[field].length > 0 || whole[field].length === 0);
}
