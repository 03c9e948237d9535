import { afterPaint } from '../after-paint.ts';

/** More than a CSS pixel of a window's height holds of a text of the usual size. */
const CHARACTERS_PER_PIXEL = 4;

/**
 * Puts an article into an element: at once as much as the window shows of its start, and the rest when that is on the screen. All
 * of a long one would take several times as long to be laid out.
 */
export function insertFromStart(element: HTMLElement, article: DocumentFragment, stop: AbortSignal): void {
  const rest = blocksAfter(article, innerHeight * CHARACTERS_PER_PIXEL);
  element.replaceChildren(article);
  afterPaint(() => element.append(...rest), stop);
}

/** Takes the blocks out of an article that come after so many characters. */
function blocksAfter(article: DocumentFragment, characters: number): readonly Node[] {
  const blocks = [...article.childNodes];
  let length = 0;
  const last = blocks.findIndex((block) => {
    length += block.textContent?.length ?? 0;
    return length >= characters;
  });
  const rest = last < 0 ? [] : blocks.slice(last + 1);
  for (const block of rest) article.removeChild(block);
  return rest;
}
