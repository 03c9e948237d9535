import { type Finding, findingsIn, type Sought, weightOf, wholeWeight } from './findings.ts';
import { foldedText, foundTermsLike } from './terms.ts';

/** A part of a text that was hit, or of what stands between. */
export interface Part {
  readonly text: string;
  readonly isHit: boolean;
}

/** So much of a snippet, of 1, stands before its hit: a row shows no more than its beginning. */
const BEFORE = 0.15;

/** The text in parts: its words that are among these, and what is between them. */
export function markedParts(text: string, words: readonly string[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const hit of hitsOf(text, words)) {
    parts.push(
      { text: text.slice(end, hit.start), isHit: false },
      { text: text.slice(hit.start, hit.end), isHit: true },
    );
    end = hit.end;
  }
  parts.push({ text: text.slice(end), isHit: false });
  return parts.filter(({ text }) => text !== '');
}

/**
 * The part of a text that has most of what was looked for, the first of several, about so many characters long and cut
 * between words; undefined if it has nothing of that.
 */
export function snippetOf(text: string, sought: Sought, length = 180): string | undefined {
  const near = soughtIn(text, sought);
  if (near.hits.length === 0 && near.phrases.length === 0) return undefined;
  const hit = bestOf(findingsIn(text, near), length * (1 - BEFORE), wholeWeight(near));
  if (!hit) return undefined;
  const from = wordStart(text, hit.start - length * BEFORE, hit.start);
  const to = wordEnd(text, from + length, hit.end);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}

/** What of it may be in the text: the rest need not be looked for to its end. */
function soughtIn(text: string, { hits, words, phrases }: Sought): Sought {
  const whole = foldedText(text);
  const isIn = (word: string) => whole.includes(word);
  return { hits: hits.filter(isIn), words, phrases: phrases.filter((phrase) => phrase.every(isIn)) };
}

/** The finding from which on there is most within so many characters: the first from which on there is as much as there can be. */
function bestOf(findings: Iterable<Finding>, length: number, whole: number): Finding | undefined {
  const within: Finding[] = [];
  let best: Finding | undefined;
  let most = 0;
  for (const finding of findings) {
    while (within[0] && within[0].start + length < finding.end) within.shift();
    within.push(finding);
    const weight = weightOf(within);
    if (weight > most) [best, most] = [within[0], weight];
    if (most >= whole) break;
  }
  return best;
}

function hitsOf(text: string, words: readonly string[]) {
  const wanted = new Set(words);
  return wanted.size > 0 ? [...foundTermsLike(text, wanted)].filter(({ term }) => wanted.has(term)) : [];
}

/** Where the first word begins that does not begin before `at`, or `most`, if there is none between. */
function wordStart(text: string, at: number, most: number): number {
  const start = Math.ceil(at);
  if (start <= 0) return 0;
  const blank = text.slice(start - 1, most).search(/\s/);
  return blank < 0 ? most : start + blank;
}

/** Where the last word ends that does not end after `at`, or `least`, if there is none between. */
function wordEnd(text: string, at: number, least: number): number {
  if (at >= text.length) return text.length;
  const last = text.slice(least, at + 1).search(/\s\S*$/);
  return last < 0 ? least : least + last;
}
