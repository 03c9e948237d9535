import { MATHML, MATHML_ATTRIBUTES } from './mathml.ts';

/** What becomes of an element: it goes with all that it holds, it stays as a block, what it holds stays as blocks or in the line. */
export type Part = 'none' | 'block' | 'box' | 'inline' | 'through';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const NONE = names(
  'script style template noscript svg canvas iframe frame frameset object embed applet video audio source track param map area link meta title head base button input select textarea option optgroup datalist progress meter col colgroup',
);
const BLOCK = names(
  'p h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd table caption thead tbody tfoot tr th td blockquote pre figure figcaption hr details summary aside',
);
const BOX = names(
  'div section article main header footer address fieldset legend hgroup center body dialog form nav search',
);
const INLINE = names(
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark math q rp rt ruby s samp small strong sub sup u var wbr',
);
/** Elements of other days, and those that are one level too high: the title of the post is the heading above all. */
const RENAMED: Readonly<Record<string, string>> = {
  h1: 'h2',
  strike: 's',
  tt: 'code',
  acronym: 'abbr',
  dir: 'ul',
  menu: 'ul',
};

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  abbr: ['title'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['rowspan', 'colspan'],
  th: ['scope', 'rowspan', 'colspan'],
};

/** Selects what is, or may be, a block. */
export const BLOCKS = [...BLOCK, ...BOX].join(', ');

/** What becomes of an element, going by its name. */
export function partOf({ localName, namespaceURI }: Element): Part {
  if (namespaceURI?.endsWith('MathML')) return localName === 'math' ? 'inline' : 'through';
  if (NONE.has(localName)) return 'none';
  if (BLOCK.has(localName)) return 'block';
  if (BOX.has(localName)) return 'box';
  return INLINE.has(RENAMED[localName] ?? localName) ? 'inline' : 'through';
}

/** An element of the same kind with those attributes that mean something without the page; without what it holds. */
export function emptyCopy(source: Element): Element {
  const copy = source.ownerDocument.createElement(RENAMED[source.localName] ?? source.localName);
  const keep = (name: string, value = source.getAttribute(name)) => {
    if (name === 'alt' || value?.trim()) copy.setAttribute(name, value ?? '');
  };
  for (const name of ATTRIBUTES[copy.localName] ?? []) if (isSound(name, source)) keep(name);
  if (source.matches('a.embed[data-kind]')) keepEmbed(source, copy);
  if (/^(?:ltr|rtl|auto)$/i.test(source.getAttribute('dir') ?? '')) keep('dir');
  if (/^[a-z]{2,3}(?:-[a-z\d-]{1,20})?$/i.test(source.getAttribute('lang') ?? '') && copy.localName !== 'code')
    keep('lang');
  if (copy.localName === 'code') keep('class', languageClass(source));
  return copy;
}

/** A copy of a formula, of nothing but MathML. */
export function mathCopy(source: Element): Element {
  const copy = source.ownerDocument.createElementNS('http://www.w3.org/1998/Math/MathML', source.localName);
  for (const { name, value } of source.attributes) if (MATHML_ATTRIBUTES.has(name)) copy.setAttribute(name, value);
  for (const child of source.childNodes) {
    if (child.nodeType === 3) copy.append(child.nodeValue ?? '');
    else if (child.nodeType === 1 && MATHML.has((child as Element).localName)) copy.append(mathCopy(child as Element));
  }
  return copy;
}

function keepEmbed(source: Element, copy: Element): void {
  copy.removeAttribute('href');
  for (const name of ['class', 'data-kind', 'href']) copy.setAttribute(name, source.getAttribute(name) ?? '');
}

function isSound(name: string, source: Element): boolean {
  const value = source.getAttribute(name) ?? '';
  if (name === 'reversed') return false;
  if (name === 'type') return /^[1aAiI]$/.test(value);
  if (name === 'scope') return /^(?:row|col|rowgroup|colgroup)$/.test(value);
  if (/^(?:start|value)$/.test(name)) return /^-?\d{1,6}$/.test(value);
  if (/span$/.test(name)) return /^\d{1,4}$/.test(value) && value !== '1';
  return true;
}

function languageClass(source: Element): string {
  return /(?:^|\s)(language-[\w+#.-]{1,30})(?:\s|$)/.exec(source.getAttribute('class') ?? '')?.[1] ?? '';
}
