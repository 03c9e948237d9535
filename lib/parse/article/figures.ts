/** A caption in italics is not longer than this, in characters. */
const LONGEST_CAPTION = 300;

/** Makes figures of a paragraph of nothing but pictures, and the caption of a figure of a paragraph in italics below it. */
export function settleParagraph(paragraph: Element): void {
  const within = paragraph.parentElement;
  if (paragraph.textContent.trim() === '' && paragraph.querySelector('img')) {
    const pictures = [...paragraph.querySelectorAll('img')].map((img) => img.closest('a') ?? img);
    paragraph.replaceWith(
      ...[...new Set(pictures)].map((picture) => (within?.localName === 'figure' ? picture : inFigure(picture))),
    );
    return;
  }
  const { previousElementSibling: before } = paragraph;
  if (before?.localName === 'figure' && isInItalics(paragraph)) caption(before, paragraph.childNodes, paragraph);
  else settleCaptioned(paragraph);
}

/** A figure that shows no picture, and says nothing of what it shows, is what it shows. */
export function settleFigure(figure: Element): void {
  const figcaption = figure.querySelector(':scope > figcaption');
  if (figcaption || figure.querySelector(':scope > img, :scope > a, :scope > figure')) return;
  figure.replaceWith(...figure.childNodes);
}

/** A picture, a line break and words in italics are a figure with its caption. */
function settleCaptioned(paragraph: Element): void {
  const [first, second, third] = paragraph.children;
  if (!first || second?.localName !== 'br' || !third || paragraph.childElementCount > 3) return;
  if (first.textContent !== '' || !(first.localName === 'img' || first.querySelector('img'))) return;
  if (!/^(?:em|i)$/.test(third.localName) || third.textContent.trim() !== paragraph.textContent.trim()) return;
  const figure = inFigure(first);
  paragraph.replaceWith(figure);
  caption(figure, [third]);
}

function isInItalics(paragraph: Element): boolean {
  const { firstElementChild: only, textContent: text } = paragraph;
  if (!only || !/^(?:em|i)$/.test(only.localName) || paragraph.childNodes.length > 1) return false;
  return text.length <= LONGEST_CAPTION && !only.querySelector('img');
}

function caption(figure: Element, words: Iterable<ChildNode>, from?: Element): void {
  if (figure.querySelector('figcaption')) return;
  const figcaption = figure.ownerDocument.createElement('figcaption');
  figcaption.append(...words);
  figure.append(figcaption);
  from?.remove();
}

function inFigure(picture: Element): Element {
  const figure = picture.ownerDocument.createElement('figure');
  figure.append(picture);
  return figure;
}
