import type { Card } from '../parse/card.ts';
import { datedPost } from '../post.ts';
import { ORDER, ORDER_PROPERTY, SORTED } from './footprint.ts';
import type { Listing } from './listing.ts';

/**
 * Shows the cards of each box oldest first, if the reader wants that. They are not moved: the page's own script knows where
 * it has put them.
 */
export function sortCards({ cards, filter }: Listing): void {
  if (filter.value.sort === 'newest') {
    unsortCards();
    return;
  }
  const boxes = Map.groupBy(cards.value, ({ element }) => element.parentElement);
  for (const [box, inBox] of boxes) if (box) sortBox(box, inBox);
}

/** Shows the cards as the page has them. */
export function unsortCards(): void {
  for (const box of document.querySelectorAll(`[${SORTED}]`)) box.removeAttribute(SORTED);
  for (const card of document.querySelectorAll<HTMLElement>(`[${ORDER}]`)) {
    card.removeAttribute(ORDER);
    card.style.removeProperty(ORDER_PROPERTY);
    if (card.getAttribute('style') === '') card.removeAttribute('style');
  }
}

function sortBox(box: Element, cards: readonly Card[]): void {
  const dates = new Map(cards.map(({ element, post }) => [element, datedPost(post).date]));
  // Equal dates: the page has the newer one first.
  const sorted = cards
    .toReversed()
    .sort((a, b) => (dates.get(a.element) ?? '').localeCompare(dates.get(b.element) ?? ''));
  if (!box.hasAttribute(SORTED)) box.setAttribute(SORTED, kindOf(getComputedStyle(box).display));
  sorted.forEach(({ element }, index) => {
    if (!(element instanceof HTMLElement) || element.style.getPropertyValue(ORDER_PROPERTY) === String(index)) return;
    element.style.setProperty(ORDER_PROPERTY, String(index));
    element.setAttribute(ORDER, '');
  });
}

function kindOf(display: string): 'grid' | 'flex' | 'block' {
  if (display.includes('grid')) return 'grid';
  return display.includes('flex') ? 'flex' : 'block';
}
