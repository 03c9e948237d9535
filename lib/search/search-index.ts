import MiniSearch, { type Options, type QueryCombination, type SearchResult } from 'minisearch';
import type { PostId } from '../post.ts';
import type { SearchDocument } from '../store/search.ts';
import { termsOf } from './terms.ts';

/** Grows whenever an index is made in another way, so that a stored one is made anew. */
const VERSION = 'liner-notes-2 ';

/** A shorter word is not looked for in what is long: nearly every text has words that begin so. */
const SHORTEST_BEGINNING = 3;
/** In a shorter word a wrong letter makes another word. */
const SHORTEST_TYPO = 4;

/** What so many terms have found is kept: most keys change only the last word of what is looked for. */
const MOST_KNOWN = 8;

const BRIEF = ['title', 'categories', 'authors'];
const LONG = ['excerpt', 'text'];

const OPTIONS: Options<SearchDocument> = {
  fields: [...BRIEF, ...LONG],
  extractField: (document, field) => {
    const value = document[field as keyof SearchDocument];
    return typeof value === 'string' ? value : value.join('\n');
  },
  tokenize: termsOf,
  processTerm: (term) => term,
  searchOptions: {
    boost: { title: 8, categories: 4, authors: 4, excerpt: 2, text: 1 },
    maxFuzzy: 2,
    // What is looked for are terms.
    tokenize: (term) => [term],
  },
};

/** A post that was found, and those of its words that were looked for. */
export interface Hit {
  readonly id: PostId;
  readonly terms: readonly string[];
}

type ScoredHit = Hit & Pick<SearchResult, 'score'>;

/** What a single term has found, in no order: most searches are for several. */
interface TermHits {
  readonly hits: readonly ScoredHit[];
  byId(): ReadonlyMap<PostId, ScoredHit>;
}

/** How the last of the words that are looked for is to be understood. */
type LastWord = 'whole' | 'beginning';

/** The index of the search, in memory. What is looked for are terms, and a post has to have all of them. */
export interface SearchIndex {
  /** Takes in a post, in place of what it said before. */
  put(document: SearchDocument): void;
  /** Forgets a post, if it is there. */
  remove(id: PostId): void;
  /**
   * The posts with words that are, or begin with, what is looked for; if there are none, with similar words. Best first. Beside
   * other words a single letter that is still being typed is left out of account: it says nothing yet of the word that it begins.
   */
  find(terms: readonly string[], last: LastWord): readonly Hit[];
  /**
   * The posts that have the very words, of which the last may be the beginning of one; a short one only of a word in what is
   * brief. Best first. Of several words a short beginning is left out of account, for nearly every text has words that begin so.
   */
  findExactly(terms: readonly string[], last: LastWord): readonly Hit[];
  /** As text, to be kept. */
  serialize(): string;
}

export function createIndex(): SearchIndex {
  return indexOf(new MiniSearch<SearchDocument>(OPTIONS));
}

/** The index that was serialized; undefined if it is damaged, or was made in another way. */
export async function loadIndex(json: string): Promise<SearchIndex | undefined> {
  if (!json.startsWith(VERSION)) return undefined;
  try {
    return indexOf(await MiniSearch.loadJSONAsync<SearchDocument>(json.slice(VERSION.length), OPTIONS));
  } catch (error) {
    console.warn('The index of the search is made anew:', error);
    return undefined;
  }
}

function indexOf(index: MiniSearch<SearchDocument>): SearchIndex {
  const known = new Map<string, TermHits>();
  const termHits = (query: QueryCombination): TermHits => {
    const name = JSON.stringify(query);
    const hits = known.get(name) ?? termHitsOf(hitsIn(index, query));
    known.delete(name);
    known.set(name, hits);
    for (const oldest of [...known.keys()].slice(0, -MOST_KNOWN)) known.delete(oldest);
    return hits;
  };
  const hitsOf = (queries: QueryCombination[]) => inAll(queries.map(termHits));
  return {
    put(document) {
      known.clear();
      if (index.has(document.id)) index.replace(document);
      else index.add(document);
    },
    remove(id) {
      known.clear();
      if (index.has(id)) index.discard(id);
    },
    find(typed, last) {
      const isOneLetter = last === 'beginning' && typed.length > 1 && typed.at(-1)?.length === 1;
      const terms = isOneLetter ? typed.slice(0, -1) : typed;
      const isWhole = (i: number) => i < typed.length - 1 || last === 'whole';
      const hits = hitsOf(terms.map((term, i) => beginningOf(term, isWhole(i))));
      const hasLong = terms.some((term) => term.length >= SHORTEST_TYPO);
      if (hits.length > 0 || !hasLong) return hits;
      const similar = (edits: number) => hitsOf(terms.map((term, i) => similarTo(term, isWhole(i), edits)));
      const close = similar(1);
      // Two letters that have changed places are two edits.
      return close.length > 0 ? close : similar(2);
    },
    findExactly(terms, last) {
      if (last === 'whole') return hitsOf(terms.map(exactly));
      const [unfinished = '', ...others] = terms.toReversed();
      const isLeftOut = unfinished.length < SHORTEST_BEGINNING && others.length > 0;
      const queries = others.map(exactly);
      return hitsOf(isLeftOut ? queries : [...queries, beginningOf(unfinished, false)]);
    },
    serialize: () => VERSION + JSON.stringify(index),
  };
}

/** MiniSearch does not sort what is not let through. */
function hitsIn(index: MiniSearch<SearchDocument>, query: QueryCombination): readonly ScoredHit[] {
  const hits: ScoredHit[] = [];
  const filter = ({ id, score, terms }: SearchResult) => {
    hits.push({ id, score, terms });
    return false;
  };
  index.search(query, { filter });
  return hits;
}

function termHitsOf(hits: readonly ScoredHit[]): TermHits {
  let byId: ReadonlyMap<PostId, ScoredHit> | undefined;
  return {
    hits,
    byId() {
      byId ??= new Map(hits.map((hit) => [hit.id, hit]));
      return byId;
    },
  };
}

/** What all terms have found, best first. */
function inAll(terms: readonly TermHits[]): readonly Hit[] {
  const [last, ...others] = terms.toReversed();
  if (!last) return [];
  const found = others.reduce((hits, { byId }) => inBoth(hits, byId()), last.hits);
  return found.toSorted((a, b) => b.score - a.score);
}

function inBoth(hits: readonly ScoredHit[], others: ReadonlyMap<PostId, ScoredHit>): ScoredHit[] {
  return hits.flatMap(({ id, score, terms }) => {
    const other = others.get(id);
    return other ? [{ id, score: score + other.score, terms: [...other.terms, ...terms] }] : [];
  });
}

function exactly(term: string): QueryCombination {
  return { queries: [term] };
}

function beginningOf(term: string, isWhole: boolean): QueryCombination {
  if (term.length >= SHORTEST_BEGINNING) return { queries: [term], prefix: true };
  if (isWhole) return exactly(term);
  return {
    combineWith: 'OR',
    queries: [
      { queries: [term], prefix: true, fields: BRIEF },
      { queries: [term], fields: LONG },
    ],
  };
}

/** The words that are so many letters away from this one; short words have too many of them. */
function similarTo(term: string, isWhole: boolean, edits: number): QueryCombination {
  if (term.length < SHORTEST_TYPO) return beginningOf(term, isWhole);
  return { queries: [term], prefix: true, fuzzy: term.length > SHORTEST_TYPO ? edits : 1 };
}
