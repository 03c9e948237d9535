const RELATED =
  /^\W*(?:related|recommended|you (?:may|might)|(?:read|up) next|further reading|see also|more like this)\b/i;
/** No such heading is longer, in characters. */
const LONGEST = 60;

/** The posts under a heading that announces others than the page is about. */
export class RelatedPart {
  readonly #heading: Element;
  #section: Element | null = null;

  private constructor(heading: Element) {
    this.#heading = heading;
  }

  /** The part in which one is after a heading of the page, given the one before it. */
  static after(heading: Element, before: RelatedPart | undefined): RelatedPart | undefined {
    const text = heading.textContent;
    if (text.length <= LONGEST && RELATED.test(text)) return new RelatedPart(heading);
    return before && heading.localName > before.#heading.localName ? before : undefined;
  }

  /** Whether a link that comes after the heading belongs to it: as far as the section goes that has both. */
  holds(link: Element): boolean {
    this.#section ??= sectionOf(this.#heading, link);
    return this.#section?.contains(link) ?? false;
  }
}

function sectionOf(heading: Element, link: Element): Element | null {
  let section = heading.parentElement;
  while (section && !section.contains(link)) section = section.parentElement;
  return section;
}
