/** A place in an article that refers to a note. */
export interface Footnote {
  readonly link: HTMLAnchorElement;
  readonly note: Element;
}

/** What is something else without its box: its lines, rows or numbers are lost. */
const WHOLE = 'dl, ol, pre, table, ul';

/** The links in superscript, or around it, of a part of an article: they may refer to a note, which stands further down. */
export function noteLinksIn(part: ParentNode): HTMLAnchorElement[] {
  return [...part.querySelectorAll<HTMLAnchorElement>('sup a[href^="#"], a[href^="#"]:has(> sup)')];
}

/**
 * The places that refer to a note in this part of an article, of these links in it and before it. What the notes look like is the
 * article's.
 */
export function footnotesIn(part: ParentNode & Node, links: readonly HTMLAnchorElement[]): Footnote[] {
  return links.flatMap((link) => {
    const note = noteOf(part, link);
    return note ? [{ link, note }] : [];
  });
}

function noteOf(part: ParentNode & Node, link: HTMLAnchorElement): Element | undefined {
  const target = part.querySelector(`[id="${CSS.escape(idOf(link))}"]`);
  const note = target?.closest('li') ?? target?.closest('p, dd, div, aside, pre') ?? target;
  if (!note || note.contains(link)) return undefined;
  const isFurtherUp = part.contains(link) && link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_PRECEDING;
  return isFurtherUp ? undefined : note;
}

/** What a note says, without the links that lead back from it, and without controls: those of a copy do nothing. */
export function contentOf({ link, note }: Footnote): DocumentFragment {
  const content = document.createDocumentFragment();
  const nodes = note.matches(WHOLE) ? [note] : note.childNodes;
  content.append(...Array.from(nodes, (node) => node.cloneNode(true)));
  for (const back of content.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
    if (leadsBack(back, link)) back.remove();
  for (const button of content.querySelectorAll('button')) withoutControl(button);
  for (const named of content.querySelectorAll('[id]')) named.removeAttribute('id');
  return content;
}

/** What can be looked at stays: a picture, without a press that would enlarge it. */
function withoutControl(button: HTMLButtonElement): void {
  const picture = button.querySelector('img');
  const box = document.createElement('span');
  box.className = button.className;
  box.toggleAttribute('data-sized', button.hasAttribute('data-sized'));
  for (const name of ['--width', '--height']) box.style.setProperty(name, button.style.getPropertyValue(name));
  if (picture) box.append(picture);
  if (picture) button.replaceWith(box);
  else button.remove();
}

function leadsBack(back: HTMLAnchorElement, link: HTMLAnchorElement): boolean {
  if (/^(?:\s|↩|↑|\^|\uFE0E|\uFE0F)*$/u.test(back.textContent)) return true;
  const target = link.ownerDocument.querySelector(`[id="${CSS.escape(idOf(back))}"]`);
  return target === link || target?.contains(link) === true || (target != null && link.contains(target));
}

function idOf(link: HTMLAnchorElement): string {
  return (link.getAttribute('href') ?? '').slice(1);
}
