import { folded } from '../filter.ts';

/** A word as people write it; its diacritics may stand apart. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const WORD_AT = new RegExp(WORD.source, 'uy');
const WORD_START = /^[\p{L}\p{N}\p{M}]/u;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;

/** Where a word ends in an apostrophe and a letter, as in `Spotify’s`, the letter is no word. */
const CLITIC = /[\p{L}\p{N}\p{M}]['’]$/u;
/** Letters without diacritics, and the dashes and quotes of typeset text. */
const PLAIN = /^[\0-\x7f\u2010-\u2027]*$/;
const ONE_LETTER = /^\p{L}\p{M}*$/u;
/** In texts there are two kinds of them. */
const APOSTROPHES = /’/g;
/** White space that is not a single blank: between most words there is nothing to replace. */
const UNEVEN_BLANKS = /\s{2,}|[^\S ]/g;

/** A word of a text: the term that the index of the search has for it, and where it stands. */
export interface FoundTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text that may be among these terms, and few others. */
export function foundTermsLike(text: string, terms: Iterable<string>): Generator<FoundTerm, void> {
  return termsAmong(text, wordsLike(text, terms));
}

/** The words of a text that begin there or behind. */
export function foundTermsFrom(text: string, start: number): Generator<FoundTerm, void> {
  const words = new RegExp(WORD);
  words.lastIndex = start;
  return termsAmong(text, text.matchAll(words));
}

/**
 * The words but for those of one letter after an apostrophe, as far as they are asked for. What folding makes longer or shorter
 * does not matter: a word is folded as a whole.
 */
function* termsAmong(text: string, words: Iterable<RegExpExecArray>): Generator<FoundTerm, void> {
  for (const { 0: word, index: start } of words) {
    const term = isClitic(text, word, start) ? '' : foldedText(word);
    if (term !== '') yield { term, start, end: start + word.length };
  }
}

/**
 * The words that begin like one of these terms, or with what folding may make another letter. The pattern of each search is a
 * plain one: to make one that knows all letters takes longer than to look through a text.
 */
function* wordsLike(text: string, terms: Iterable<string>): Generator<RegExpExecArray, void> {
  const letters = new Set(Array.from(terms, (term) => String.fromCodePoint(term.codePointAt(0) ?? 0)));
  const first = [...letters].flatMap((letter) => [letter, letter.toUpperCase()]).join('');
  let end = 0;
  for (const { index } of text.matchAll(new RegExp(`(?<![a-zA-Z0-9])[${first}\\u{80}-\\u{10ffff}]`, 'gu'))) {
    if (index < end || endsInWord(text.slice(Math.max(0, index - 2), index))) continue;
    WORD_AT.lastIndex = index;
    const word = WORD_AT.exec(text);
    if (!word) continue;
    end = index + word[0].length;
    yield word;
  }
}

/** Most texts have nothing to fold but their capitals. */
export function foldedText(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : folded(text);
}

/** The words of a text as the index of the search has them: without capitals and diacritics. */
export function termsOf(text: string): string[] {
  return Array.from(foundTermsFrom(text, 0), ({ term }) => term);
}

/** A text as phrases are looked for in it: folded, one blank between two words. */
export function phraseOf(text: string): string {
  return foldedText(text).replace(APOSTROPHES, "'").replace(UNEVEN_BLANKS, ' ').trim();
}

/** Whether a text is more than its words: of `Spotify’s` the index has only `spotify`. */
export function hasClitic(text: string): boolean {
  return [...text.matchAll(WORD)].some(({ 0: word, index }) => isClitic(text, word, index));
}

function isClitic(text: string, word: string, start: number): boolean {
  return ONE_LETTER.test(word) && CLITIC.test(text.slice(Math.max(0, start - 3), start));
}

/** Whether a phrase stands in the folded text: it begins where a word begins, its last word may go on. */
export function hasPhrase(whole: string, phrase: string): boolean {
  const isInWord = (at: number) => WORD_START.test(phrase) && endsInWord(whole.slice(Math.max(0, at - 2), at));
  for (let at = whole.indexOf(phrase); at >= 0; at = whole.indexOf(phrase, at + 1)) if (!isInWord(at)) return true;
  return false;
}

/** Whether a word that the text ends in may still be going on. */
export function endsInWord(text: string): boolean {
  return WORD_END.test(text);
}
