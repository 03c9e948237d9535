import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { mark, markAll } from './actions.ts';
import { type Live, live } from './live.ts';
import { sendMessage, untilAnswered } from './messages.ts';
import { createOnline } from './online.ts';
import { openPost } from './open-post.ts';
import type { PostId } from './post.ts';
import type { LibraryPost, PollState } from './store/database.ts';
import { pollState } from './store/polls.ts';
import { countPosts, newestPosts } from './store/posts.ts';

/** So many rows fill the popup; more are read when the reader gets there. */
const PAGE = 15;

/** The popup's one view of the library. */
export interface UnreadView {
  readonly posts: readonly LibraryPost[];
  readonly hasMore: boolean;
  readonly poll: PollState;
}

/** What the reader did last, as it is announced. */
export type Notice =
  | { readonly kind: 'marked'; readonly ids: readonly PostId[] }
  | { readonly kind: 'undone'; readonly count: number }
  | { readonly kind: 'checked' }
  | { readonly kind: 'failed' };

/** The unread posts, and what the reader can do with them. No action rejects: a failure becomes a notice. */
export interface UnreadList {
  readonly view: ReadonlySignal<Live<UnreadView>>;
  /** How many there are in all. Counting takes long in a large library: it begins when the first are there. */
  readonly total: ReadonlySignal<Live<number>>;
  readonly online: ReadonlySignal<boolean>;
  readonly checking: ReadonlySignal<boolean>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  showMore(): void;
  /** Opens a post in a tab, in front or behind, and marks it read. */
  open(post: LibraryPost, inFront: boolean): Promise<void>;
  markRead(id: PostId): Promise<void>;
  markAllRead(): Promise<void>;
  undo(): Promise<void>;
  check(): Promise<void>;
}

export function createUnreadList(): UnreadList {
  const limit = signal(PAGE);
  const checking = signal(false);
  const notice = signal<Notice>();
  let undoing: Promise<void> | undefined;
  const view = live(() => {
    const most = limit.value;
    return () => readView(most);
  });
  const ready = computed(() => view.value.state === 'ready');
  const total = live(() => (ready.value ? () => countPosts('unread') : undefined));

  async function act(action: () => Promise<Notice | undefined>): Promise<void> {
    try {
      notice.value = await action();
    } catch (error) {
      console.error(error);
      notice.value = { kind: 'failed' };
    }
  }

  /** A second press of the same button changes nothing, and must not take away what the first can undo. */
  function marked(ids: readonly PostId[]): Notice | undefined {
    return ids.length > 0 ? { kind: 'marked', ids } : notice.value;
  }

  async function undoLast(): Promise<Notice | undefined> {
    if (notice.value?.kind !== 'marked') return notice.value;
    return { kind: 'undone', count: (await mark(notice.value.ids, 'unread')).length };
  }

  return {
    view,
    total,
    online: createOnline(),
    checking,
    notice,
    showMore() {
      limit.value += PAGE;
    },
    open: (post, inFront) => act(async () => openPost(post, inFront).then(() => notice.value)),
    markRead: (id) => act(async () => marked(await mark([id], 'read'))),
    markAllRead: () => act(async () => marked(await markAll())),
    undo() {
      undoing ??= act(undoLast).finally(() => {
        undoing = undefined;
      });
      return undoing;
    },
    async check() {
      checking.value = true;
      await act(async () => {
        const failure = await untilAnswered(() => sendMessage('checkNow', undefined));
        // What can still be undone stays so.
        if (notice.value?.kind === 'marked') return notice.value;
        return failure ? undefined : { kind: 'checked' };
      });
      checking.value = false;
    },
  };
}

async function readView(limit: number): Promise<UnreadView> {
  const [posts, poll] = await Promise.all([newestPosts('unread', limit + 1), pollState()]);
  return { posts: posts.slice(0, limit), hasMore: posts.length > limit, poll };
}
