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

/** Takes off the page what an earlier content script has left: it can't when the extension is updated or removed. */
export function removeFootprint(): void {
  const names = [READING, HIDDEN, ANCHOR, CURRENT, ORDER, SORTED];
  for (const element of document.querySelectorAll(`${MARK}, ${DOCK}, [${names.join('], [')}]`)) {
    if (element.matches(`${MARK}, ${DOCK}`)) element.remove();
    for (const name of names) element.removeAttribute(name);
  }
}
