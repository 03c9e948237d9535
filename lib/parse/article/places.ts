/** Where blocks are written: into what, whether lines become paragraphs there, and the link that is around them. */
export interface Place {
  readonly into: Element;
  readonly paragraphs: boolean;
  readonly link: Element | undefined;
  readonly depth: number;
}

/** What there is in lists, which all else in them is made; and which lists belong to the item before them. */
const ITEMS: ReadonlyMap<string, { readonly item: string; readonly within: RegExp }> = new Map([
  ['ul', { item: 'li', within: /^(?:li|ul|ol|menu|dir)$/ }],
  ['ol', { item: 'li', within: /^(?:li|ul|ol|menu|dir)$/ }],
  ['dl', { item: 'dd', within: /^d[td]$/ }],
]);
const TABLES = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);
/** Blocks in which there are only lines. */
const LINES = new Set(['h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary', 'caption']);
/** In these, text that has no paragraph of its own gets none; the paragraph that is all they hold goes. */
const SHORT = new Set(['li', 'td', 'th', 'dt', 'dd', 'figcaption', 'caption', 'summary']);
/** What these blocks stand in; elsewhere they are boxes like any other. */
const PARENTS: ReadonlyMap<string, RegExp> = new Map([
  ['dt', /^dl$/],
  ['dd', /^dl$/],
  ['caption', /^table$/],
  ['thead', /^table$/],
  ['tbody', /^table$/],
  ['tfoot', /^table$/],
  ['tr', /^(?:table|thead|tbody|tfoot)$/],
  ['td', /^tr$/],
  ['th', /^tr$/],
  ['figcaption', /^figure$/],
  ['summary', /^details$/],
]);

/** Whether a block may stand there. */
export function isInPlace({ localName }: Element, { into }: Place): boolean {
  return PARENTS.get(localName)?.test(into.localName) ?? true;
}

/** Whether only items, or parts of a table, stand there. */
export function isOfItems({ into }: Place): boolean {
  return ITEMS.has(into.localName) || TABLES.has(into.localName);
}

/** What a block has to be put into before it can stand there. */
export function itemFor({ localName }: Element, { into }: Place): string | undefined {
  const items = ITEMS.get(into.localName);
  return items?.within.test(localName) ? undefined : items?.item;
}

/** What text has to be put into before it can stand there. */
export function textItem({ into }: Place): string | undefined {
  return ITEMS.get(into.localName)?.item;
}

/** Whether it holds items. */
export function isList({ localName }: Element): boolean {
  return localName === 'ul' || localName === 'ol';
}

/** Whether it holds text and no blocks but in it, as a heading or a paragraph does. */
export function isOfLines({ localName }: Element): boolean {
  return LINES.has(localName);
}

/** Whether it is mostly a line, which needs no paragraph around it. */
export function isShort({ localName }: Element): boolean {
  return SHORT.has(localName);
}
