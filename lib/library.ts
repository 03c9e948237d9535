import { type ReadonlySignal, signal } from '@preact/signals';
import { mark } from './actions.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import { fromQuery, toQuery } from './filter-query.ts';
import { type Live, live } from './live.ts';
import { countMatches, matchingPosts } from './matches.ts';
import { createNotices, type Notice } from './notices.ts';
import { openPost } from './open-post.ts';
import type { PostId } from './post.ts';
import type { LibraryPost } from './store/database.ts';

const PAGE = 30;

/** The library's posts that match the filter, as far as they are shown. */
export interface LibraryPosts {
  readonly posts: readonly LibraryPost[];
  readonly count: number;
}

/** The whole library in a tab. No action rejects: a failure becomes a notice. */
export interface Library {
  readonly filter: ReadonlySignal<Filter>;
  readonly view: ReadonlySignal<Live<LibraryPosts>>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  showMore(): void;
  showAll(): void;
  open(post: LibraryPost, inFront: boolean): Promise<void>;
  markRead(id: PostId): Promise<void>;
  undo(): Promise<void>;
}

/** The library, filtered as the query of its address says. */
export function createLibrary(search: string): Library {
  const filter = signal(fromQuery(search));
  const limit = signal(PAGE);
  const { notice, mark: marking, quietly, undo } = createNotices();
  const view = live(() => {
    const [wanted, most] = [filter.value, limit.value];
    return () => readPosts(wanted, most);
  });

  return {
    filter,
    view,
    notice,
    showMore() {
      limit.value += PAGE;
    },
    showAll() {
      filter.value = NO_FILTER;
      history.replaceState(null, '', location.pathname + toQuery(NO_FILTER));
    },
    open: (post, inFront) => quietly(() => openPost(post, inFront)),
    markRead: (id) => marking(() => mark([id], 'read')),
    undo,
  };
}

async function readPosts(filter: Filter, limit: number): Promise<LibraryPosts> {
  const [posts, count] = await Promise.all([matchingPosts(filter, limit), countMatches(filter, [])]);
  return { posts, count };
}
