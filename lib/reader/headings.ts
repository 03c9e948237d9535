/** A heading of an article, as the table of contents leads to it. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  /** From 1, whatever the article begins with. */
  readonly level: number;
  readonly element: HTMLElement;
}

/** A heading as it stands in a part of an article. */
export type Headline = Pick<Heading, 'text' | 'element'>;

/** The headings of a part of an article that say something. */
export function headlinesIn(part: ParentNode): Headline[] {
  return [...part.querySelectorAll<HTMLElement>('h2, h3, h4')]
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text !== '');
}

/** The headings of an article, given all that it has; each has an id then. */
export function headingsOf(headlines: readonly Headline[]): Heading[] {
  const levels = headlines.map(({ element }) => Number(element.localName.slice(1)));
  const top = levels.reduce((top, level) => Math.min(top, level), Number.POSITIVE_INFINITY);
  return headlines.map(({ text, element }, index) => {
    if (element.id === '') element.id = `section-${index + 1}`;
    return { id: element.id, text, level: (levels[index] ?? top) - top + 1, element };
  });
}

/** Which of these the reader is in: the last that has come up to this height of the screen. */
export function headingAt(headings: readonly Heading[], height: number): Heading | undefined {
  return headings.findLast(({ element }) => element.getBoundingClientRect().top <= height);
}

/**
 * The height of the screen at which is read. It is in its upper third until the end of the text comes into sight, from below;
 * then it moves down to the end.
 */
export function readingHeight(text: Element): number {
  const third = innerHeight / 3;
  const unseen = Math.max(0, text.getBoundingClientRect().bottom - innerHeight);
  return third + Math.max(0, 2 * third - unseen);
}

function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}
