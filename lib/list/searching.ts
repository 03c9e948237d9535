import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Live, live } from '../live.ts';
import type { PostId } from '../post.ts';
import type { Part } from '../search/highlight.ts';
import type { FoundPosts, Search } from '../search/open-search.ts';
import type { LibraryPost } from '../store/database.ts';
import type { ListChoice } from './list-choice.ts';
import { rowHeight } from './row-heights.ts';

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

export function createSearching(initial: Asked, choice: ReadonlySignal<ListChoice>): Searching {
  const text = signal(initial.text);
  const search = signal<Search>();
  const failed = signal<{ readonly error: unknown }>();
  let isOpening = false;

  const prepare = () => {
    if (isOpening) return;
    isOpening = true;
    // Most readers who look at their list do not search it.
    import('../search/open-search.ts')
      .then(({ openSearch }) => openSearch())
      .then(
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
    // What has been indexed meanwhile is found as well.
    search.value.version.value;
    const wanted = text.value;
    const by = searches;
    const find = search.value.find(wanted, {
      // Only what was asked for so, and not what the reader types then.
      isOldestFirst: initial.isOldestFirst && wanted === initial.text,
      seen: Math.ceil(innerHeight / rowHeight(choice.peek().density, true)),
    });
    return async (isUrgent?: boolean) => ({ by, found: await find(isUrgent) });
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
      return asked?.state === 'ready' ? search.value?.reasonOf(post, asked.value) : undefined;
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
