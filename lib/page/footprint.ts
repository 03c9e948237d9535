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

/** What the style bears that is added to the page's shadow roots. */
const STYLE = 'data-liner-notes-style';

/** The elements that are added to the page. */
export const MARK = 'liner-notes-mark';
export const DOCK = 'liner-notes-dock';
const ADDED = `${MARK}, ${DOCK}, [${STYLE}]`;

/** The page's document and shadow roots, as far as something of ours is in them. */
export interface Footprint {
  /**
   * Has what is ours in a root look as it should; what an earlier content script has left there goes. The document has the
   * style from the browser, which takes it away with the extension.
   */
  enter(root: Document | ShadowRoot): void;
  /** Takes everything of ours off the page. */
  remove(): void;
}

/** Starts to look after what is ours on the page. */
export function createFootprint(): Footprint {
  const entered = new Set<Document | ShadowRoot>();
  return {
    enter(root) {
      if (entered.has(root)) return;
      entered.add(root);
      // It could not clean up when the extension was updated or removed.
      clean(root);
      if (root === document) return;
      const style = document.createElement('style');
      style.setAttribute(STYLE, '');
      style.textContent = pageCss;
      root.append(style);
    },
    remove() {
      for (const root of entered) clean(root);
    },
  };
}

function clean(root: ParentNode): void {
  for (const element of root.querySelectorAll(ADDED)) element.remove();
  for (const name of [READING, HIDDEN, ANCHOR, CURRENT, ORDER, SORTED]) {
    for (const element of root.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}
