import { type FoundTerm, foundTermsFrom, foundTermsLike } from './terms.ts';

/** What was looked for in a post, and found there. */
export interface Sought {
  /** The words of the post that were hit. */
  readonly hits: readonly string[];
  /** The words that were typed, also those of phrases: what was hit begins with one, or is similar. */
  readonly words: readonly string[];
  /** The phrases of several words. */
  readonly phrases: ReadonlyArray<readonly string[]>;
}

/** A place in a text where something that was looked for stands. */
export interface Finding {
  /** What that is. */
  readonly reasons: readonly string[];
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

/** A phrase counts more than any number of words, which may stand anywhere. */
const PHRASE_WEIGHT = 100;

/** Where in a text something stands that was looked for, in its order; no more of the text is looked at than is asked for. */
export function* findingsIn(text: string, sought: Sought): Generator<Finding, void> {
  const hits = new Set(sought.hits);
  const beginnings = new Set([...sought.hits, ...sought.phrases.map(([word = '']) => word)]);
  const longest = Math.max(1, ...sought.phrases.map(({ length }) => length));
  for (const first of foundTermsLike(text, beginnings)) {
    if (!beginnings.has(first.term)) continue;
    const next = longest > 1 ? foundTermsFrom(text, first.end).take(longest - 1) : [];
    yield* findingsAt(first, [first, ...next], { ...sought, hits });
  }
}

/** What begins with the first of these words of a text. */
function findingsAt(
  { term, start, end }: FoundTerm,
  terms: readonly FoundTerm[],
  { hits, words, phrases }: Omit<Sought, 'hits'> & { readonly hits: ReadonlySet<string> },
): readonly Finding[] {
  const inPhrases = phrases.flatMap((phrase): Finding[] => {
    const last = terms[phrase.length - 1];
    if (!last || !phrase.every((word, i) => isWordOf(terms[i]?.term, word, i === phrase.length - 1))) return [];
    return [{ reasons: [phrase.join(' ')], weight: PHRASE_WEIGHT, start, end: last.end }];
  });
  return hits.has(term) ? [...inPhrases, { reasons: reasonsOf(term, words), weight: 1, start, end }] : inPhrases;
}

/** How much is found, however often each of it is. */
export function weightOf(findings: readonly Finding[]): number {
  const weights = new Map(findings.flatMap(({ reasons, weight }) => reasons.map((reason) => [reason, weight])));
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

/** How much there is to find in a post: all of it stands somewhere. */
export function wholeWeight({ hits, words, phrases }: Sought): number {
  return new Set(hits.flatMap((hit) => reasonsOf(hit, words))).size + phrases.length * PHRASE_WEIGHT;
}

/** Why a word was hit: the typed words that it begins with, or that it is like something that was typed. */
function reasonsOf(term: string, words: readonly string[]): string[] {
  const typed = words.filter((word) => term.startsWith(word));
  return typed.length > 0 ? typed : ['~'];
}

function isWordOf(term: string | undefined, word: string, isLast: boolean): boolean {
  return isLast ? term?.startsWith(word) === true : term === word;
}
