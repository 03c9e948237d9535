import type { Card } from '../parse/card.ts';
import { childrenOf } from '../parse/shadow-content.ts';
import { postIdOf } from '../post.ts';
import { CURRENT, HIDDEN, ORDER_PROPERTY } from './footprint.ts';

/** The card that the reader is on; undefined if there is none. */
export function currentCard(cards: readonly Card[]): Card | undefined {
  const focused = focusedElements();
  return cards.find(({ element }) => focused.some((inside) => element.contains(inside)));
}

/** Goes to the next card that is shown, or to the one before; from nowhere to the first on the screen. Answers whether there is one. */
export function moveCard(cards: readonly Card[], step: 1 | -1): boolean {
  const shown = inOrder(cards.filter(({ element }) => !element.hasAttribute(HIDDEN)));
  const from = currentCard(shown);
  const next = from ? shown[shown.indexOf(from) + step] : (shown.find(isOnScreen) ?? shown[0]);
  if (!next) return false;
  focusCard(next);
  return true;
}

/** The link of a card that leads to its post. */
export function linkOf({ element, id }: Card): HTMLAnchorElement | undefined {
  const toPost = [...linksIn(element)].filter(({ href }) => postIdOf(href) === id);
  return (
    toPost.find((link) => link.querySelector('h1, h2, h3, h4')) ??
    toPost.findLast((link) => link.textContent.trim()) ??
    toPost[0]
  );
}

/** The element that has the focus, and the shadow hosts that it is in. */
export function focusedElements(): Element[] {
  const found: Element[] = [];
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) found.push(at);
  return found;
}

function* linksIn(element: Element): Generator<HTMLAnchorElement> {
  if (element instanceof HTMLAnchorElement) yield element;
  for (const child of childrenOf(element)) yield* linksIn(child);
}

function focusCard(card: Card): void {
  const link = linkOf(card);
  link?.focus({ preventScroll: true });
  card.element.scrollIntoView({ block: 'center' });
  card.element.setAttribute(CURRENT, '');
  link?.addEventListener('blur', () => card.element.removeAttribute(CURRENT), { once: true });
}

/** As they stand on the screen: the reader may have them in another order than the page. */
function inOrder(cards: readonly Card[]): Card[] {
  const orderOf = ({ element }: Card) => Number((element as HTMLElement).style.getPropertyValue(ORDER_PROPERTY));
  return [...cards].sort((a, b) => orderOf(a) - orderOf(b));
}

function isOnScreen({ element }: Card): boolean {
  return element.getBoundingClientRect().top >= 0;
}
