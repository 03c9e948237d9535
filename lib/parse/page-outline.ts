import { isInText } from './in-text.ts';
import type { PostLink, ReadLink } from './post-links.ts';
import { type RelatedPart, relatedAfter } from './related.ts';
import { isOurs, shadowOf } from './shadow-content.ts';

/** What of a page tells where its cards are. */
export interface Outline {
  /** The links that may be a card's, in the order of the page. */
  readonly links: readonly PostLink[];
  /** The elements that are more than a card: they hold what there is once on a page. */
  readonly larger: ReadonlySet<Element>;
  /** The parent of an element, beyond the shadow root that it may stand in. */
  parentOf(element: Element): Element | undefined;
}

/** Deeper in one another shadow roots are not looked into. */
const DEEPEST = 20;

/** No card is in there. */
const APART = `nav, aside, dialog, noscript, header:has(nav, [type="search"]),
  [class*="related" i]:not(body, main, article, li), [aria-label*="related" i],
  [role="navigation"], [role="contentinfo"], [role="complementary"]`;
const ONCE = 'body, main, nav, [role="main"], [role="navigation"], [type="search"], [type="email"]';
/** Has headers and footers of its own, which then are not the page's. */
const SECTION = 'main, article, section, li';
/** What is in there is not the page's. */
const CARD = 'article, li';

/** Reads where the links to posts are, in open shadow roots too. Takes one walk over the page. */
export function outlineOf(root: ParentNode, readLink: ReadLink): Outline {
  const links: PostLink[] = [];
  const larger = new Set<Element>();
  const hosts = new Map<Node | null, Element>();
  const titles: Element[] = [];
  const parentOf = (element: Element) => element.parentElement ?? hosts.get(element.parentNode);

  function hold(part: Element): void {
    for (let at: Element | undefined = part; at && !larger.has(at); at = parentOf(at)) larger.add(at);
  }

  function walk(within: ParentNode, depth: number): void {
    let related: RelatedPart | undefined;
    for (const element of elementsWithin(within)) {
      const shadow = shadowOf(element);
      if (shadow && depth < DEEPEST) {
        hosts.set(shadow, element);
        walk(shadow, depth + 1);
      }
      if (isSectionTitle(element, readLink)) {
        if (element.localName === 'h1') titles.push(element);
        related = relatedAfter(element, related);
      }
      const link = element.localName === 'a' ? readLink(element) : undefined;
      if (link && !related?.holds(element) && !isInText(element)) links.push(link);
    }
    for (const part of partsOfPage(within)) hold(part);
  }

  if (root.nodeType === 1) hold(root as Element);
  walk(root, 0);
  for (const title of only(titles)) hold(title);
  return { links, larger, parentOf };
}

/** The elements in which cards may be, in the order of the page. */
function* elementsWithin(root: ParentNode): Generator<Element> {
  const apart = new Set([...pageFooter(root), ...[...root.querySelectorAll(APART)].filter(isOfPage)]);
  let skipped: Element | undefined;
  for (const element of root.querySelectorAll('*')) {
    if (skipped?.contains(element)) continue;
    skipped = apart.has(element) || isOurs(element) ? element : undefined;
    if (!skipped) yield element;
  }
}

function partsOfPage(root: ParentNode): Element[] {
  return [...pageFooter(root), ...root.querySelectorAll(ONCE)].filter((part) => !part.closest(CARD));
}

function pageFooter(root: ParentNode): readonly Element[] {
  return only([...root.querySelectorAll('footer')].filter(isOfPage));
}

/** What there is several times is not the page's: cards have headings and footers too. */
function only(elements: readonly Element[]): readonly Element[] {
  return elements.length === 1 ? elements : [];
}

function isOfPage(element: Element): boolean {
  return !/^(?:header|footer)$/.test(element.localName) || !element.parentElement?.closest(SECTION);
}

/** The titles of posts are links to them, as a rule. */
function isSectionTitle(heading: Element, readLink: ReadLink): boolean {
  if (!/^h[1-6]$/.test(heading.localName)) return false;
  const link = heading.closest('a') ?? heading.querySelector('a');
  return link === null || readLink(link) === undefined;
}
