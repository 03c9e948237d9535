import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { mark, markAll } from './actions.ts';
import { type Live, live } from './live.ts';
import { sendMessage, untilAnswered } from './messages.ts';
import { createOnline } from './online.ts';
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
  markRead(id: PostId): Promise<void>;
  markAllRead(): Promise<void>;
  undo(): Promise<void>;
  check(): Promise<void>;
}

export function createUnreadList(): UnreadList {
  const limit = signal(PAGE);
  const checking = signal(false);
  const notice = signal<Notice>();
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

  return {
    view,
    total,
    online: createOnline(),
    checking,
    notice,
    showMore() {
      limit.value += PAGE;
    },
    markRead: (id) => act(async () => ({ kind: 'marked', ids: await mark([id], 'read') })),
    markAllRead: () => act(async () => ({ kind: 'marked', ids: await markAll() })),
    undo: () =>
      act(async () => {
        if (notice.value?.kind !== 'marked') return notice.value;
        return { kind: 'undone', count: (await mark(notice.value.ids, 'unread')).length };
      }),
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
