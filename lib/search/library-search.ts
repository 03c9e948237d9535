import type { ReadonlySignal } from '@preact/signals';
import Dexie from 'dexie';
import { categoryKey } from '../blog/category.ts';
import type { PostId } from '../post.ts';
import { idsByCategory } from '../store/lists.ts';
import { datedIds, documentsOf, idsWithReading, type SearchDocument, touchedIds } from '../store/search.ts';
import type { Sought } from './findings.ts';
import { followedIndex } from './followed-index.ts';
import type { Misread, Query, State } from './query.ts';
import type { Hit, SearchIndex } from './search-index.ts';
import { hasPhrase, phraseOf, termsOf } from './terms.ts';

/** The posts that were found. */
export interface Found {
  readonly ids: readonly PostId[];
  /** The words of a post that were hit, folded. */
  hitsOf(id: PostId): readonly string[];
  /** What was typed to be looked for. */
  readonly typed: Omit<Sought, 'hits'>;
  /** Also a category that no post has. */
  readonly misread: Misread | undefined;
}

/** The search of the library, as long as the page is open. */
export interface LibrarySearch {
  /** Grows whenever the index has taken changes in. */
  readonly version: ReadonlySignal<number>;
  /**
   * Asks the index at once, and answers how to go on, which only reads: to be used in a live query. Best first; newest first if
   * there is nothing to rank by.
   */
  find(query: Query): () => Promise<Found>;
}

/** Opens the search, with all that the library has at that moment. */
export async function openLibrarySearch(): Promise<LibrarySearch> {
  const { version, current } = await followedIndex();
  let known = nothingKnown(version.peek());
  const knownNow = () => {
    if (known.version !== version.peek()) known = nothingKnown(version.peek());
    return known;
  };
  // They are there before they are asked for.
  await Promise.all([allDated(knownNow()), idsOf(knownNow(), [''])]);
  return {
    version,
    find(query) {
      const [index, known] = [current(), knownNow()];
      const ranked = rankedHits(index, query);
      return () => find(index, query, known, ranked);
    },
  };
}

/** What has been read of the library for searches, as long as the index takes nothing in. */
interface Known {
  readonly version: number;
  /** The ids of the posts of each category. */
  categories?: Promise<ReadonlyMap<string, readonly PostId[]>>;
  /** The ids of all posts, newest first; a date that is set right later does not count. */
  dated?: Promise<readonly PostId[]>;
  /** What phrases are looked for in. */
  readonly texts: Map<PostId, readonly string[]>;
  /** The posts in which the last phrase does not stand: nor does it once more of it is typed. */
  lacking: { readonly phrase: string; readonly ids: ReadonlySet<PostId> };
}

function nothingKnown(version: number): Known {
  return { version, texts: new Map(), lacking: { phrase: '', ids: new Set() } };
}

/** Newest first. */
function allDated(known: Known): Promise<readonly PostId[]> {
  known.dated ??= Dexie.ignoreTransaction(() => datedIds(undefined, undefined));
  return known.dated;
}

/** The posts of the categories with these keys; where there is none with the unfinished one, of those that it begins. */
async function idsOf(known: Known, keys: readonly string[], unfinished?: string): Promise<PostId[]> {
  return keys.length > 0 ? idsWithKeys(await idsByName(known), keys, unfinished) : [];
}

function idsByName(known: Known): Promise<ReadonlyMap<string, readonly PostId[]>> {
  // Not for this search alone: the next may not wait for this one.
  known.categories ??= Dexie.ignoreTransaction(() => idsByCategory());
  return known.categories;
}

async function misreadCategory(known: Known, { categories, unfinished }: Query): Promise<Misread | undefined> {
  const keys = categories.flat();
  if (keys.length === 0) return undefined;
  const named = await idsByName(known);
  const raw = keys.find((key) => idsWithKeys(named, [key], key === unfinished ? key : undefined).length === 0);
  return raw === undefined ? undefined : { raw, wanted: 'category' };
}

/** Given the posts of each category, by its name. */
export function idsWithKeys(
  idsByName: ReadonlyMap<string, readonly PostId[]>,
  keys: readonly string[],
  unfinished: string | undefined,
): PostId[] {
  const named = [...idsByName].map(([name, ids]) => ({ key: categoryKey(name), ids }));
  const isBeginning = unfinished !== undefined && !named.some(({ key }) => key === unfinished);
  const isWanted = (key: string) => keys.includes(key) || (isBeginning && key.startsWith(unfinished));
  return named.filter(({ key }) => isWanted(key)).flatMap(({ ids }) => ids);
}

async function find(index: SearchIndex, query: Query, known: Known, ranked: Ranked): Promise<Found> {
  const isDated = query.from !== undefined || query.until !== undefined;
  const datedSoon = isDated ? datedIds(query.from, query.until) : ranked ? undefined : allDated(known);
  const idsOfKeys = (keys: readonly string[]) =>
    idsOf(known, keys, keys.at(-1) === query.unfinished ? query.unfinished : undefined);
  const wanted = await Promise.all([...query.states.map(idsInState), ...query.categories.map(idsOfKeys)]);
  const dated = await datedSoon;
  const unwanted = await Promise.all([
    ...query.not.states.map(idsInState),
    idsOf(known, query.not.categories),
    ...query.not.words.map((word) => index.findExactly([word], 'whole').map(({ id }) => id)),
  ]);
  let ids: readonly PostId[] = ranked ? ranked.map(({ id }) => id) : (dated ?? []);
  for (const others of [...(ranked && dated ? [dated] : []), ...wanted]) ids = intersected(ids, others);
  for (const others of unwanted) ids = without(ids, others);
  for (const phrase of query.phrases) ids = await idsWithPhrase(ids, phrase, known);
  for (const phrase of query.not.phrases) {
    const others = index.findExactly(termsOf(phrase), 'beginning').map(({ id }) => id);
    ids = without(ids, await idsWithPhrase(intersected(ids, others), phrase, known));
  }
  const phrases = query.phrases.map(termsOf);
  const typed = { words: [...query.words, ...phrases.flat()], phrases: phrases.filter(({ length }) => length > 1) };
  const misread = query.misread ?? (await misreadCategory(known, query));
  return { ids, hitsOf: termsOfHits(ranked ?? []), typed, misread };
}

/** So many are looked at first; of most others nobody ever asks. */
const FIRST_HITS = 50;

function termsOfHits(hits: readonly Hit[]): Found['hitsOf'] {
  const terms = (hits: readonly Hit[]) => new Map(hits.map((hit) => [hit.id, hit.terms]));
  const first = terms(hits.slice(0, FIRST_HITS));
  let all: typeof first | undefined;
  return (id) => {
    const known = first.get(id);
    if (known) return known;
    all ??= terms(hits);
    return all.get(id) ?? [];
  };
}

/** Undefined if there are no words to look for. */
type Ranked = readonly Hit[] | undefined;

/** The posts with all the words, also those of phrases. */
function rankedHits(index: SearchIndex, { words, isTyping, phrases }: Query): Ranked {
  const searches = [
    ...(words.length > 0 ? [index.find(words, isTyping ? 'beginning' : 'whole')] : []),
    ...phrases.map((phrase) => index.findExactly(termsOf(phrase), 'beginning')),
  ];
  const [first, ...more] = searches;
  if (!first || more.length === 0) return first;
  const others = more.map((hits) => new Map(hits.map((hit) => [hit.id, hit])));
  const inAll = first.filter(({ id }) => others.every((hits) => hits.has(id)));
  return inAll.map(({ id, terms }) => ({
    id,
    terms: [terms, ...others.map((hits) => hits.get(id)?.terms ?? [])].flat(),
  }));
}

function idsInState(state: State): Promise<PostId[]> {
  return state === 'saved' || state === 'begun' ? touchedIds(state) : idsWithReading(state);
}

/** Those in which the phrase stands, of posts that have all its words. */
async function idsWithPhrase(ids: readonly PostId[], phrase: string, known: Known): Promise<readonly PostId[]> {
  const terms = termsOf(phrase);
  // Of a single word the index knows all.
  if (terms.length === 1 && terms[0] === phrase) return ids;
  const { lacking, texts } = known;
  const possible = phrase.startsWith(lacking.phrase) ? ids.filter((id) => !lacking.ids.has(id)) : ids;
  for (const document of await documentsOf(possible.filter((id) => !texts.has(id)))) {
    if (document) texts.set(document.id, textsOf(document).map(phraseOf));
  }
  const found = possible.filter((id) => texts.get(id)?.some((text) => hasPhrase(text, phrase)));
  known.lacking = { phrase, ids: new Set(without(ids, found)) };
  return found;
}

function textsOf({ title, excerpt, categories, authors, text }: SearchDocument): string[] {
  return [title, excerpt, ...categories, ...authors, text];
}

function intersected(ids: readonly PostId[], others: readonly PostId[]): PostId[] {
  const among = new Set(others);
  return ids.filter((id) => among.has(id));
}

function without(ids: readonly PostId[], others: readonly PostId[]): readonly PostId[] {
  if (others.length === 0) return ids;
  const among = new Set(others);
  return ids.filter((id) => !among.has(id));
}
