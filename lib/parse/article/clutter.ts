import { OTHER_POSTS } from '../../blog/article-selectors.ts';
import { CLUTTER, CLUTTER_NAME, UNREAD } from '../../blog/clutter.ts';
import { lengthsIn } from './lengths.ts';

/** So much of the text, at most, is taken for something else. */
const MOST = 0.5;
const HIDDEN = /(?:display:\s*none|visibility:\s*hidden)/i;
/** In so many characters a heading says what it is the heading of. */
const LONGEST_HEADING = 100;

/**
 * Removes from a text what plugins, scripts and the page itself have put there: what is hidden, controls, what has such names. What
 * seems to be such, but has most of the text, is only a tag that was not closed; and so is what holds the part that is to be kept.
 */
export function removeClutter(text: Element, kept: Element): void {
  for (const unread of text.querySelectorAll(UNREAD)) unread.remove();
  const lengths = lengthsIn(text);
  const most = (lengths.get(text) ?? 0) * MOST;
  const remove = (element: Element) => {
    if ((lengths.get(element) ?? 0) <= most && !element.contains(kept)) element.remove();
  };
  for (const clutter of text.querySelectorAll(CLUTTER)) remove(clutter);
  for (const element of text.querySelectorAll('[class], [id], [style]')) {
    if ((isHidden(element) || isNamedClutter(element)) && !element.closest('pre, code, math')) remove(element);
  }
}

/** Removes the posts that a page of unknown look shows under a heading of theirs, as far as that heading goes. */
export function removeOtherPosts(text: Element): void {
  for (const heading of text.querySelectorAll('h2, h3, h4, h5, h6')) {
    if (!OTHER_POSTS.test(heading.textContent.slice(0, LONGEST_HEADING))) continue;
    let last = heading.nextElementSibling;
    while (last && !(/^h[1-6]$/.test(last.localName) && last.localName <= heading.localName)) {
      const next = last.nextElementSibling;
      last.remove();
      last = next;
    }
    heading.remove();
  }
}

function isHidden(element: Element): boolean {
  return HIDDEN.test(element.getAttribute('style') ?? '');
}

function isNamedClutter(element: Element): boolean {
  return [...element.classList, element.id].some((name) => CLUTTER_NAME.test(name));
}
