import { LONGEST_TEXT } from '../post.ts';

/** Text as a person reads it: runs of white space made one space, none at the ends; cut where it would have no end. */
export function cleanText(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT);
}

/** An excerpt with one kind of ending: the blog has used `…`, `...`, `[…]` and `[...]`. */
export function cleanExcerpt(text: string | null | undefined): string {
  return cleanText(text).replace(/\s*(?:\[(?:…|\.{3})\]|…|\.{3})$/, '…');
}
