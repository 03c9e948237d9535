import { Readability } from '@mozilla/readability';
import { cleanText } from '../text.ts';
import { rename } from './dom.ts';

/** The work of looking for the article grows with how many elements there are and how deep they stand; no post takes so much. */
const MOST_WORK = 500_000;
/** Of a text that was found by its structure alone, which may have too much, an article has at least so much. */
const LEAST = 0.7;

/**
 * The article in a page whose look is not known, without what is around it and in it: Readability's choice, unless that has lost
 * much of the text that the structure of the page tells of. The page is not left as it was.
 */
export function findArticle(page: Document, text: Element, title: string): Element {
  const copy = text.cloneNode(true) as Element;
  removeTitle(copy, title);
  if (workIn(page) > MOST_WORK) return copy;
  const heading = headingOf(page.body, title);
  (heading?.closest('header, hgroup') ?? heading)?.remove();
  // It would take headings that are much like the title for the title, and make links within the page absolute if there is a base.
  page.head.replaceChildren();
  // What is said on the side of a text is of it; what links elsewhere may not be.
  for (const aside of page.querySelectorAll('aside'))
    if (!aside.querySelector('a, h2, h3')) rename(aside, 'blockquote');
  const found = readable(page);
  return found && found.textContent.length >= LEAST * copy.textContent.length ? found : copy;
}

/** How deep all elements of a page stand, taken together. */
function workIn(page: Document): number {
  const depths = new Map<Element | null, number>([[null, 0]]);
  let work = 0;
  for (const element of page.querySelectorAll('*')) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1;
    depths.set(element, depth);
    work += depth;
  }
  return work;
}

function readable(page: Document): Element | undefined {
  try {
    // Whatever it finds is taken: it would try again with HTML made of a string.
    const options = { charThreshold: 1, keepClasses: true, disableJSONLD: true, serializer: (node: Node) => node };
    const content = new Readability<Node>(page, options).parse()?.content;
    return content instanceof Element ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the title of a post from its text, with all that comes before it. */
function removeTitle(text: Element, title: string): void {
  const heading = headingOf(text, title);
  if (!heading) return;
  for (let at: Element = heading; at !== text; at = at.parentElement ?? text) {
    while (at.previousSibling) at.previousSibling.remove();
  }
  (heading.closest('header, hgroup') ?? heading).remove();
}

function headingOf(text: Element, title: string): Element | undefined {
  return [...text.querySelectorAll('h1, h2')].find(({ textContent }) => cleanText(textContent) === title);
}
