import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Live, live } from '../live.ts';
import type { PostId } from '../post.ts';
import type { Part } from '../search/highlight.ts';
import type { Found, LibrarySearch } from '../search/library-search.ts';
import type { reasonsOf } from '../search/reasons.ts';
import type { LibraryPost } from '../store/database.ts';
import { listedPosts } from '../store/lists.ts';
import type { textsOf } from '../store/search.ts';
import type { ListChoice } from './list-choice.ts';
import { rowHeight } from './row-heights.ts';

/** What was found, its first posts, and what tells why these were found where their title, categories and excerpt do not. */
interface FoundPosts extends Found {
  /** What was searched for. */
  readonly text: string;
  readonly first: readonly LibraryPost[];
  readonly reasons: Reasons;
}

type Reasons = ReadonlyMap<PostId, string>;

/** What the reading list is asked for when it is opened, empty if nothing, and whether the oldest is to come first. */
export interface Asked {
  readonly text: string;
  readonly isOldestFirst: boolean;
}

/** What the reader searches the library for. */
export interface Searching {
  readonly text: ReadonlySignal<string>;
  /** What was found, as far as it is; undefined if nothing is searched for. */
  readonly found: ReadonlySignal<Live<FoundPosts> | undefined>;
  /** A text of a post in parts; one, if nothing in it was searched for. */
  partsOf(id: PostId, text: string): readonly Part[];
  /** What tells why a post was found that is none of the first. */
  reasonOf(post: LibraryPost): Promise<string | undefined>;
  type(text: string): void;
  /** Has the index read before it is needed. */
  prepare(): void;
}

/** What it takes to search. */
interface Search {
  readonly index: LibrarySearch;
  find(text: string): () => Promise<Found>;
  markedParts(text: string, words: readonly string[]): readonly Part[];
  readonly reasonsOf: typeof reasonsOf;
  readonly textsOf: typeof textsOf;
  /** The ids of all posts, newest first. */
  datedIds(): Promise<readonly PostId[]>;
}

export function createSearching(initial: Asked, choice: ReadonlySignal<ListChoice>): Searching {
  const text = signal(initial.text);
  const search = signal<Search>();
  const failed = signal<{ readonly error: unknown }>();
  let isOpening = false;

  const prepare = () => {
    if (isOpening) return;
    isOpening = true;
    openSearch().then(
      (opened) => {
        search.value = opened;
      },
      (error: unknown) => {
        failed.value = { error };
        isOpening = false;
      },
    );
  };
  const isSearching = computed(() => text.value.trim() !== '');
  /** Grows with each search: what the one before has found is not shown in this one. */
  let searches = 0;
  const answerOf = () => {
    if (!isSearching.value || !search.value) return undefined;
    const { datedIds, find, index, reasonsOf, textsOf } = search.value;
    const wanted = text.value;
    // What has been indexed meanwhile is found as well.
    index.version.value;
    const by = searches;
    // Only what was asked for so, and not what the reader types then.
    const isOldestFirst = initial.isOldestFirst && wanted === initial.text;
    const findRest = find(wanted);
    return async () => {
      const found = isOldestFirst ? oldestFirst(await findRest(), await datedIds()) : await findRest();
      const seen = Math.ceil(innerHeight / rowHeight(choice.peek().density, true));
      const ids = found.ids.slice(0, seen);
      const [first, texts] = await Promise.all([listedPosts(ids), textsOf(ids)]);
      return { by, found: { ...found, text: wanted, first, reasons: reasonsOf(first, texts, found) } };
    };
  };
  const answer = live(answerOf, { isUrgent: true });
  const found = computed((): Live<FoundPosts> | undefined => {
    if (!isSearching.value) return undefined;
    if (failed.value) return { state: 'failed', error: failed.value.error };
    if (answer.value.state !== 'ready') return answer.value;
    // The list stays as it is until the first answer comes.
    return answer.value.value.by === searches ? { state: 'ready', value: answer.value.value.found } : undefined;
  });
  const hitsOf = (id: PostId) => {
    if (found.value?.state !== 'ready') return [];
    const { hitsOf, typed } = found.value.value;
    // A short word at the end of a phrase was left out of what was looked for.
    return [...hitsOf(id), ...typed.phrases.flatMap((words) => words.slice(-1))];
  };
  if (initial.text) prepare();

  return {
    text,
    found,
    partsOf(id, text) {
      const hits = hitsOf(id);
      return search.value && hits.length > 0 ? search.value.markedParts(text, hits) : [{ text, isHit: false }];
    },
    async reasonOf(post) {
      const asked = found.value;
      if (!search.value || asked?.state !== 'ready' || !post.bookmarked) return undefined;
      const { reasonsOf, textsOf } = search.value;
      return reasonsOf([post], await textsOf([post.id]), asked.value).get(post.id);
    },
    type(typed) {
      if (typed.trim() === '') searches += 1;
      failed.value = undefined;
      text.value = typed;
      if (isSearching.value) prepare();
    },
    prepare,
  };
}

/** Most readers who look at their list do not search it: what that takes is loaded when they begin to. */
async function openSearch(): Promise<Search> {
  const [{ openLibrarySearch }, { parseQuery }, { markedParts }, { reasonsOf }, { datedIds, textsOf }] =
    await Promise.all([
      import('../search/library-search.ts'),
      import('../search/query.ts'),
      import('../search/highlight.ts'),
      import('../search/reasons.ts'),
      import('../store/search.ts'),
    ]);
  const index = await openLibrarySearch();
  return {
    index,
    find: (text) => index.find(parseQuery(text)),
    markedParts,
    reasonsOf,
    textsOf,
    datedIds: () => datedIds(undefined, undefined),
  };
}

function oldestFirst(found: Found, newestFirst: readonly PostId[]): Found {
  const ids = new Set(found.ids);
  return { ...found, ids: newestFirst.filter((id) => ids.has(id)).reverse() };
}
