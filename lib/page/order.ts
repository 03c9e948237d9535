import { effect } from '@preact/signals-core';
import type { Card } from '../parse/card.ts';
import { datedPost } from '../post.ts';
import { ORDER, ORDER_PROPERTY, SORTED, unsort } from './footprint.ts';
import type { Listing } from './listing.ts';

/**
 * Shows the cards of each box oldest first, as long as the reader wants that. They are not moved: the page's own script
 * knows where it has put them. Answers how to stop that; what is sorted stays so.
 */
export function followOrder({ cards, filter }: Listing): () => void {
  let boxes = new Map<Element, Card[]>();

  const show = (next: typeof boxes) => {
    const kept = new Set([...next.values()].flat().map(({ element }) => element));
    for (const [box, inBox] of boxes) {
      if (!next.has(box)) box.removeAttribute(SORTED);
      for (const { element } of inBox) if (!kept.has(element) && element instanceof HTMLElement) unsort(element);
    }
    for (const [box, inBox] of next) sortBox(box, inBox);
    boxes = next;
  };
  return effect(() => show(filter.value.sort === 'newest' ? new Map() : boxesOf(cards.value)));
}

function boxesOf(cards: readonly Card[]): Map<Element, Card[]> {
  return Map.groupBy(
    cards.filter(({ element }) => element.parentNode),
    ({ element }) =>
      (element.parentNode instanceof ShadowRoot ? element.parentNode.host : element.parentNode) as Element,
  );
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
