/** What cards bear: the reading state of their post, that they are filtered out, that their mark is placed by them. */
export const READING = 'data-liner-notes';
export const HIDDEN = 'data-liner-notes-hidden';
export const ANCHOR = 'data-liner-notes-anchor';

/** The elements that are added to the page. */
export const MARK = 'liner-notes-mark';
export const FILTER = 'liner-notes-filter';

/** Takes off the page what an earlier content script has left: it can't when the extension is updated or removed. */
export function removeFootprint(): void {
  for (const element of document.querySelectorAll(`${MARK}, ${FILTER}`)) element.remove();
  for (const name of [READING, HIDDEN, ANCHOR]) {
    for (const element of document.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}
