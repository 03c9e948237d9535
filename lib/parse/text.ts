import { LONGEST_TEXT } from '../post.ts';

/** Text as a person reads it: runs of white space made one space, none at the ends; cut where it would have no end. */
export function cleanText(text: string | null | undefined): string {
  return cut(tidy(text), LONGEST_TEXT);
}

/** An excerpt with one kind of ending: the blog has used `…`, `...`, `[…]` and `[...]`. */
export function cleanExcerpt(text: string | null | undefined): string {
  const whole = tidy(text);
  const excerpt = whole.length > LONGEST_TEXT ? `${cut(whole, LONGEST_TEXT - 1)}…` : whole;
  return excerpt.replace(/\s*(?:\[(?:…|\.{3})\]|…|\.{3})$/, '…');
}

function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The beginning of a text, in characters, but not through the middle of one. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
