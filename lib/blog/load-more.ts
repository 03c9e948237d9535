/** The blog's own buttons that append older cards: of today's site (seen 2026-09), and of WordPress (seen 2024-12). */
const KNOWN = 'button.btn-load-more, a.loadmore';

const LABEL = /^(?:(?:load|show|see|view) more|(?:older|more)(?= ))(?: (?:posts|articles|stories))?$/i;

/** The control that has the page append more cards, found by its words if none is known; undefined if there is none. */
export function getLoadMore(root: ParentNode): HTMLElement | undefined {
  const known = [...root.querySelectorAll<HTMLElement>(KNOWN)].find(isUsable);
  return known ?? [...root.querySelectorAll<HTMLElement>('button, a, [role="button"]')].find(isLoadMore);
}

function isLoadMore(element: HTMLElement): boolean {
  // Cheap first: a page has thousands of links.
  const text = element.textContent;
  return text.length < 40 && LABEL.test(text.trim()) && isUsable(element);
}

function isUsable(element: HTMLElement): boolean {
  return !element.matches(':disabled, [aria-disabled="true"]') && element.checkVisibility();
}
