/** What can stand for a property of the document, or of its form, under its name or id (HTML, 3.1.6 and 4.10.3). */
const NAMED = 'button, embed, fieldset, form, iframe, img, input, object, output, select, textarea';

/** HTML as a document in which nothing is run or loaded, and in which nothing stands for a property of another. */
export function parsePage(html: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of Document.prototype.querySelectorAll.call(page, NAMED)) {
    for (const name of ['name', 'id']) Element.prototype.removeAttribute.call(element, name);
  }
  return page;
}

/** The elements of HTML, in such a document. */
export function parseHtml(html: string): Element {
  return parsePage(html).body;
}

/** Makes another element of an element, without its attributes; answers it. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Puts in the place of an element what it holds. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** A new element with these attributes and this text. */
export function made(page: Document, name: string, attributes: Readonly<Record<string, string>>, text = ''): Element {
  const element = page.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  if (text) element.append(text);
  return element;
}

/** What a link within a page leads to; undefined if it leads elsewhere. */
export function fragmentOf(link: Element): string | undefined {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#') || href.length < 2) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
