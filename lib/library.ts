import { type ReadonlySignal, signal } from '@preact/signals';
import { mark, undo } from './actions.ts';
import { type Filter, NO_FILTER } from './filter.ts';
import { fromQuery, toQuery } from './filter-query.ts';
import { type Live, live } from './live.ts';
import { countMatches, matchingPosts } from './matches.ts';
import { openPost } from './open-post.ts';
import type { PostId } from './post.ts';
import type { LibraryPost } from './store/database.ts';
import type { Notice } from './unread-list.ts';

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
  const notice = signal<Notice>();
  const view = live(() => {
    const [wanted, most] = [filter.value, limit.value];
    return () => readPosts(wanted, most);
  });

  async function act(action: () => Promise<Notice | undefined>): Promise<void> {
    try {
      notice.value = await action();
    } catch (error) {
      console.error(error);
      notice.value = { kind: 'failed' };
    }
  }

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
    open: (post, inFront) => act(async () => openPost(post, inFront).then(() => notice.value)),
    markRead: (id) =>
      act(async () => {
        const done = await mark([id], 'read');
        return done ? { kind: 'marked', done } : notice.value;
      }),
    undo: () =>
      act(async () => {
        if (notice.value?.kind !== 'marked') return notice.value;
        return { kind: 'undone', count: (await undo(notice.value.done.step))?.count ?? 0 };
      }),
  };
}

async function readPosts(filter: Filter, limit: number): Promise<LibraryPosts> {
  const [posts, count] = await Promise.all([matchingPosts(filter, limit), countMatches(filter, [])]);
  return { posts, count };
}
