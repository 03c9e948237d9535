import { decodeHTML } from 'entities';

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup tt u var wbr'.split(' '),
);

/** The last one may be cut off; so whatever begins a tag is one, and there is nothing to try again. */
const TAG = /<(?:\/?([a-z][a-z0-9]*)|[!?])[^>]*(?:>|$)/gi;

/** The text in HTML, as it came: neither cleaned nor cut. */
export function textOfHtml(html: string): string {
  const shown = without(without(html, /<!--/, /-->/), /<(?:script|style)\b/i, /<\/(?:script|style)[^<>]*>/i);
  return decodeHTML(shown.replace(TAG, (_, name?: string) => gapOf(name)));
}

/** What stands in the text for a tag: blocks are apart, `<b>words</b>` are not. */
export function gapOf(tagName = ''): string {
  return INLINE.has(tagName.toLowerCase()) ? '' : ' ';
}

function without(text: string, start: RegExp, end: RegExp): string {
  const [before = '', ...parts] = text.split(start);
  return before + parts.map((part) => afterFirst(part, end)).join('');
}

function afterFirst(text: string, end: RegExp): string {
  const match = end.exec(text);
  return match ? text.slice(match.index + match[0].length) : '';
}
