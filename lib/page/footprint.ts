import pageCss from '../../components/page/page.css?inline';

/** What cards bear: the reading state of their post, that they are filtered out, that their mark is placed by them. */
export const READING = 'data-liner-notes';
export const HIDDEN = 'data-liner-notes-hidden';
export const ANCHOR = 'data-liner-notes-anchor';
/** That the reader is on the card with the keyboard, and its place in another order than the page's. */
export const CURRENT = 'data-liner-notes-current';
export const ORDER = 'data-liner-notes-order';
export const ORDER_PROPERTY = '--liner-notes-order';
/** What the boxes bear whose cards are in another order. */
export const SORTED = 'data-liner-notes-sorted';

/** The elements that are added to the page. */
export const MARK = 'liner-notes-mark';
export const DOCK = 'liner-notes-dock';
const STYLE = 'liner-notes-style';

/** The page's own shadow roots that something of ours is in, and what holds its style there. */
const entered = new Map<ShadowRoot, Element>();

/** Has what is ours in a shadow root look as it does outside of it; what an earlier content script has left there goes. */
export function enterRoot(root: ShadowRoot): void {
  if (entered.get(root)?.isConnected) return;
  clean(root);
  const host = document.createElement(STYLE);
  const style = document.createElement('style');
  style.textContent = pageCss;
  host.append(style);
  root.append(host);
  entered.set(root, host);
}

/**
 * Takes everything of ours off the page, also what an earlier content script has left: it can't when the extension is updated
 * or removed. The document's style comes from the browser, and goes with the extension.
 */
export function removeFootprint(): void {
  for (const root of [document, ...entered.keys()]) clean(root);
}

function clean(root: ParentNode): void {
  for (const element of root.querySelectorAll([MARK, DOCK, STYLE].join())) element.remove();
  for (const card of root.querySelectorAll<HTMLElement>(`[${ORDER}]`)) unsort(card);
  for (const name of [READING, HIDDEN, ANCHOR, CURRENT, SORTED]) {
    for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}

/** Puts a card back to where the page has it. */
export function unsort(card: HTMLElement): void {
  card.removeAttribute(ORDER);
  card.style.removeProperty(ORDER_PROPERTY);
  if (card.getAttribute('style') === '') card.removeAttribute('style');
}
