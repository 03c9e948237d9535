import type { ReadonlySignal } from '@preact/signals';
import type { PostId } from '../post.ts';
import type { LibraryPost } from '../store/database.ts';
import { datedIds, textsOf } from '../store/search.ts';
import { isTold } from './found-text.ts';
import { markedParts } from './highlight.ts';
import { type Found, openLibrarySearch } from './library-search.ts';
import { rememberPosts } from './post-memory.ts';
import { parseQuery } from './query.ts';
import { reasonsOf, soughtOf } from './reasons.ts';

/** What was found, its first posts, and what tells why these were found where their title, categories and excerpt do not. */
export interface FoundPosts extends Found {
  /** What was searched for. */
  readonly text: string;
  readonly first: readonly LibraryPost[];
  readonly reasons: ReadonlyMap<PostId, string>;
}

interface Manner {
  readonly isOldestFirst: boolean;
  /** How many posts can be seen at first. */
  readonly seen: number;
}

/** What the reading list needs to be searched. */
export interface Search {
  /** Grows whenever the index has taken changes in. */
  readonly version: ReadonlySignal<number>;
  /**
   * Asks the index at once, and answers how to go on. Urgently, posts come from memory where it has them; else all are read, so that
   * a live query follows them.
   */
  find(text: string, manner: Manner): (isUrgent?: boolean) => Promise<FoundPosts>;
  readonly markedParts: typeof markedParts;
  /** What tells why a post was found that is none of the first. */
  reasonOf(post: LibraryPost, found: Found): Promise<string | undefined>;
}

/** Opens the search of the reading list, with all that the library has at that moment. */
export async function openSearch(): Promise<Search> {
  const index = await openLibrarySearch();
  const allDated = () => datedIds(undefined, undefined);
  const memory = rememberPosts(allDated);

  const read = (ids: readonly PostId[]) => Promise.all([memory.read(ids), textsOf(ids)]);
  const urgentlyRead = async (ids: readonly PostId[], found: Found) => {
    const first = memory.postsOf(ids);
    if (!first) return read(ids);
    const untold = first.filter((post) => post.bookmarked && !isTold(post, soughtOf(post.id, found)));
    return [first, await textsOf(untold.map(({ id }) => id))] as const;
  };

  return {
    version: index.version,
    find(text, { isOldestFirst, seen }) {
      const findRest = index.find(parseQuery(text));
      return async (isUrgent) => {
        const found = isOldestFirst ? oldestFirst(await findRest(), await allDated()) : await findRest();
        const ids = found.ids.slice(0, seen);
        const [first, texts] = await (isUrgent ? urgentlyRead(ids, found) : read(ids));
        return { ...found, text, first, reasons: reasonsOf(first, texts, found) };
      };
    },
    markedParts,
    async reasonOf(post, found) {
      return post.bookmarked ? reasonsOf([post], await textsOf([post.id]), found).get(post.id) : undefined;
    },
  };
}

function oldestFirst(found: Found, newestFirst: readonly PostId[]): Found {
  const ids = new Set(found.ids);
  return { ...found, ids: newestFirst.filter((id) => ids.has(id)).reverse() };
}
