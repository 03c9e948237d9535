const RELATED =
  /^\W*(?:related|recommended|you (?:may|might)|(?:read|up) next|further reading|see also|more like this)\b/i;
/** No such heading is longer, in characters. */
const LONGEST = 60;

/** The posts under a heading that announces others than the page is about. */
export interface RelatedPart {
  readonly heading: Element;
  /** Whether a link that comes after the heading belongs to it: as far as the section goes that has both. */
  holds(link: Element): boolean;
}

/** The part in which one is after a heading of the page, given the one before it. */
export function relatedAfter(heading: Element, before: RelatedPart | undefined): RelatedPart | undefined {
  const text = heading.textContent;
  if (text.length <= LONGEST && RELATED.test(text)) return relatedPart(heading);
  return before && heading.localName > before.heading.localName ? before : undefined;
}

function relatedPart(heading: Element): RelatedPart {
  let section: Element | null = null;
  return {
    heading,
    holds(link) {
      section ??= sectionOf(heading, link);
      return section?.contains(link) ?? false;
    },
  };
}

function sectionOf(heading: Element, link: Element): Element | null {
  let section = heading.parentElement;
  while (section && !section.contains(link)) section = section.parentElement;
  return section;
}
