import { categoryKey } from '../blog/category.ts';
import type { Filter } from '../filter.ts';
import { endsInWord, hasClitic, phraseOf, termsOf } from './terms.ts';
import { quoted, type Token, tokensOf } from './tokens.ts';

/** What can stand after `is:`. */
export const STATES = ['unread', 'read', 'archived', 'saved', 'begun'] as const;
export type State = (typeof STATES)[number];

/** What is looked for in the library: a post has to fit all of it. */
export interface Query {
  /** Words as the index of the search has them. */
  readonly words: readonly string[];
  /** Whether the last of the words may still be going on. */
  readonly isTyping: boolean;
  /** Words that have to stand just so, folded, one blank between two. */
  readonly phrases: readonly string[];
  /** Keys of categories: any of each. */
  readonly categories: ReadonlyArray<readonly string[]>;
  /** The last of those keys, if it may still be going on. */
  readonly unfinished?: string | undefined;
  readonly states: readonly State[];
  /** The first day, and the day after the last, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** What was meant as an operator, it seems, but has a value that this cannot have: it is looked for as words. */
  readonly misread?: Misread | undefined;
  /** What a post must not have, none of it. */
  readonly not: Pick<Query, 'words' | 'phrases' | 'states'> & { readonly categories: readonly string[] };
}

/** What was typed, or the key of a category, and what has to stand after such an operator. */
export interface Misread {
  readonly raw: string;
  readonly wanted: 'state' | 'day' | 'category';
}

/** Enough for a filter of every category, and no more than can be looked for in a moment. */
const LONGEST_QUERY = 1000;
const MOST_TOKENS = 64;

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?/;
const FIRST_DAY = '0000-01-01';

/** What is typed into the search, understood; whatever it is, it is a query. */
export function parseQuery(text: string): Query {
  const typed = text.slice(0, LONGEST_QUERY);
  const written = tokensOf(typed).slice(0, MOST_TOKENS);
  const tokens = written.map(understood);
  const wanted = tokens.filter(({ isNegated }) => !isNegated);
  const unwanted = tokens.filter(({ isNegated }) => isNegated);
  return {
    words: unique(valuesOf(wanted, 'word').flatMap(termsOf)),
    isTyping: wanted.at(-1)?.kind === 'word' && wanted.at(-1)?.end === typed.length && endsInWord(typed),
    phrases: phrasesOf(wanted),
    categories: keysOf(wanted),
    unfinished: unfinishedKey(tokens.at(-1), typed.length),
    states: statesOf(wanted),
    from: [...datesOf(wanted, 'after'), ...datesOf(unwanted, 'before')].sort().at(-1),
    until: [...datesOf(wanted, 'before'), ...datesOf(unwanted, 'after')].sort().at(0),
    misread: misreadOf(written.find((token, i) => token !== tokens[i])),
    not: {
      words: unique(valuesOf(unwanted, 'word').filter(isOneWord).flatMap(termsOf)),
      phrases: phrasesOf(unwanted),
      categories: keysOf(unwanted).flat(),
      states: statesOf(unwanted),
    },
  };
}

/** What is to be typed into the search to find what the filter of the page lets through. */
export function queryText({ included, excluded, match, unreadOnly, savedOnly, words }: Filter): string {
  const groups = match === 'all' ? included.map((name) => [name]) : [included];
  return [
    ...groups.filter((names) => names.length > 0).map((names) => `category:${names.map(valueText).join(',')}`),
    ...excluded.map((name) => `-category:${valueText(name)}`),
    ...(unreadOnly ? ['is:unread'] : []),
    ...(savedOnly ? ['is:saved'] : []),
    ...words.split(/\s+/).filter(Boolean).map(quoted),
  ].join(' ');
}

/** The name of a category, or another value, as it is to be written after a colon. */
export function valueText(value: string): string {
  return /[\s",]/.test(value) ? quoted(value) : value;
}

/** An operator with a value that it cannot have and that will not become one is a word like any other. */
function understood(token: Token): Token {
  if (token.kind === 'is') return isBeginningOfState(token) ? token : asWord(token);
  if (token.kind === 'before' || token.kind === 'after') return isBeginningOfDay(token) ? token : asWord(token);
  return token;
}

function misreadOf(token: Token | undefined): Misread | undefined {
  return token && { raw: `${token.isNegated ? '-' : ''}${token.raw}`, wanted: token.kind === 'is' ? 'state' : 'day' };
}

function asWord(token: Token): Token {
  return { ...token, kind: 'word', values: [token.raw] };
}

function isBeginningOfState({ values: [value = '', ...others] }: Token): boolean {
  return others.length === 0 && STATES.some((state) => state.startsWith(value.toLowerCase()));
}

function isBeginningOfDay({ values: [value = '', ...others] }: Token): boolean {
  const rest = value.replace(DAY, '');
  return others.length === 0 && (rest === value ? /^\d{0,3}$/ : /^(?:-\d?)?$/).test(rest);
}

function valuesOf(tokens: readonly Token[], kind: Token['kind']): string[] {
  return tokens.filter((token) => token.kind === kind).flatMap(({ values }) => values);
}

/** Of what is not wanted a word such as `node.js` is one as well: its parts may be wanted. */
function phrasesOf(tokens: readonly Token[]): string[] {
  const inOne = tokens.filter(({ kind, isNegated }) => kind === 'phrase' || (kind === 'word' && isNegated));
  const texts = inOne.filter(
    ({ kind, values: [text = ''] }) => termsOf(text).length > 0 && (kind === 'phrase' || !isOneWord(text)),
  );
  return unique(texts.map(({ values: [text = ''] }) => phraseOf(text)));
}

function keysOf(tokens: readonly Token[]): string[][] {
  const groups = tokens
    .filter(({ kind }) => kind === 'category')
    .map(({ values }) => values.map(categoryKey).filter(Boolean));
  return groups.filter((keys) => keys.length > 0);
}

/** The key of a category whose name is being typed: it ends where the typed text does, and no quote closes it. */
function unfinishedKey(last: Token | undefined, end: number): string | undefined {
  if (last?.kind !== 'category' || last.isNegated || last.end < end || last.raw.endsWith('"')) return undefined;
  return categoryKey(last.values.at(-1) ?? '') || undefined;
}

function statesOf(tokens: readonly Token[]): State[] {
  const values = valuesOf(tokens, 'is').map((value) => value.toLowerCase());
  return STATES.filter((state) => values.includes(state));
}

/** The first days of what is named: of `2024-0`, which is still being typed, that of the year. */
function datesOf(tokens: readonly Token[], kind: 'before' | 'after'): string[] {
  const days = valuesOf(tokens, kind).flatMap((value) => DAY.exec(value)?.[0] ?? []);
  return days.map((day) => day + FIRST_DAY.slice(day.length));
}

/** Whether the index knows of a text all that it is. */
function isOneWord(text: string): boolean {
  return termsOf(text).length === 1 && !hasClitic(text);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
