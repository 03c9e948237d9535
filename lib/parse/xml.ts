import { gapOf } from './html.ts';

/**
 * The parts of a feed that we read, by their local names. The others are left out: feedsmith's parser takes quadratic time
 * for some of them (`author`, RDF's table of contents), and `<length>` makes it build an array of that length.
 */
const FRAMES = new Set(['rss', 'channel', 'item', 'feed', 'entry', 'rdf', 'group']);
const LEAVES = new Set(
  `title link guid id description summary content encoded category subject enclosure thumbnail
  pubdate published issued created updated modified date`.split(/\s+/),
);

/** What an element is to us: one to go into, one to read, markup in one to read, or nothing. */
type Role = 'frame' | 'leaf' | 'markup' | 'nothing';

const NAME = String.raw`[^\s<>/!?'"=]+`;
const ATTRIBUTE = String.raw`\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*')`;

/** Anything else is not well-formed, or declares entities. Each way to fail is linear, and the first one ends it all. */
const TOKEN = new RegExp(
  [
    String.raw`([^<]+|<!\[CDATA\[[^]*?\]\]>)`,
    String.raw`</(${NAME})\s*>`,
    String.raw`<(${NAME})(?:${ATTRIBUTE}){0,100}\s*(/?)>`,
    String.raw`<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^<>[]*>`,
  ].join('|'),
  'y',
);

interface OpenElement {
  readonly name: string;
  readonly role: Role;
}

/**
 * The XML of a feed, reduced to what we read of it, and the local name of its root.
 * @throws SyntaxError if it is cut off or otherwise not well-formed, or declares entities.
 */
export function readableXml(text: string): { readonly root: string; readonly xml: string } {
  const open: OpenElement[] = [];
  const kept: string[] = [];
  let root = '';
  for (const [token, characters, closed, opened, empty] of tokensOf(text)) {
    const parent = open.at(-1);
    if (characters) {
      if (!parent && characters.trim()) throw new SyntaxError('text outside of the root');
      if (isRead(parent)) kept.push(characters);
    } else if (opened) {
      if (!parent && root) throw new SyntaxError('a second root');
      root ||= localName(opened);
      const element = { name: opened, role: roleIn(parent, localName(opened)) };
      kept.push(writtenAs(element, token));
      if (!empty) open.push(element);
    } else if (closed) {
      if (parent?.name !== closed) throw new SyntaxError(`</${closed}> closes nothing`);
      kept.push(writtenAs(parent, token));
      open.pop();
    }
  }
  if (open.length > 0) throw new SyntaxError('cut off');
  return { root, xml: kept.join('') };
}

function* tokensOf(text: string): Generator<RegExpExecArray> {
  const token = new RegExp(TOKEN);
  token.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new SyntaxError('not well-formed');
    yield match;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function roleIn(parent: OpenElement | undefined, name: string): Role {
  if (isRead(parent)) return 'markup';
  if (parent?.role === 'nothing') return 'nothing';
  return FRAMES.has(name) ? 'frame' : LEAVES.has(name) ? 'leaf' : 'nothing';
}

function isRead(element: OpenElement | undefined): boolean {
  return element?.role === 'leaf' || element?.role === 'markup';
}

function writtenAs({ name, role }: OpenElement, token: string): string {
  if (role === 'nothing') return '';
  return role === 'markup' ? gapOf(localName(name)) : token;
}
