import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { fetchOlderPosts, mark, markAll } from './actions.ts';
import { followedBy } from './blog/followed.ts';
import { type Checking, createChecking } from './checking.ts';
import { type Live, live } from './live.ts';
import { liveSettings } from './live-item.ts';
import { createNotices, type Notice } from './notices.ts';
import { openPost } from './open-post.ts';
import type { PostId } from './post.ts';
import { backfillState, endBackfill } from './store/backfill.ts';
import type { Backfill, LibraryPost } from './store/database.ts';
import { countPosts, newestPosts, type Wanted } from './store/posts.ts';
import { stateRow } from './store/state.ts';

/** So many rows fill the popup; more are read when the reader gets there. */
const PAGE = 15;

/** The popup's one view of the library. */
export interface UnreadView {
  readonly posts: readonly LibraryPost[];
  readonly hasMore: boolean;
  readonly backfill: Backfill | undefined;
  /** Whether a check has filled the library; what the browser has taken away is empty again. */
  readonly isFilled: boolean;
}

/** How many posts are unread: of the categories that the reader follows, and of the others. */
interface UnreadCounts {
  readonly followed: number;
  readonly muted: number;
}

/** The unread posts that the reader follows, and what can be done with them. No action rejects: a failure becomes a notice. */
export interface UnreadList {
  readonly view: ReadonlySignal<Live<UnreadView>>;
  /** Counting takes long in a large library: it begins when the first posts are there. */
  readonly counts: ReadonlySignal<Live<UnreadCounts>>;
  readonly checking: Checking;
  readonly notice: ReadonlySignal<Notice | undefined>;
  showMore(): void;
  /** Opens a post in a tab, in front or behind, and marks it read. */
  open(post: LibraryPost, inFront: boolean): Promise<void>;
  markRead(id: PostId): Promise<void>;
  markAllRead(): Promise<void>;
  undo(): Promise<void>;
  fetchOlder(): Promise<void>;
  /** The reader wants no older posts, or no more of them. */
  endOlder(as: 'declined' | 'cancelled'): Promise<void>;
  openOptions(): Promise<void>;
}

export function createUnreadList(): UnreadList {
  const limit = signal(PAGE);
  const { notice, mark: marking, quietly, undo } = createNotices();
  const settings = liveSettings();
  const view = live(() => {
    if (!settings.value) return undefined;
    const most = limit.value;
    const isWanted = followedBy(settings.value.mutedCategories);
    return () => readView(most, isWanted);
  });
  const ready = computed(() => view.value.state === 'ready');
  const counts = live(() => {
    if (!ready.value || !settings.value) return undefined;
    const isWanted = followedBy(settings.value.mutedCategories);
    return () => countUnread(isWanted);
  });

  return {
    view,
    counts,
    checking: createChecking(),
    notice,
    showMore() {
      limit.value += PAGE;
    },
    open: (post, inFront) => quietly(() => openPost(post, inFront)),
    markRead: (id) => marking(() => mark([id], 'read')),
    markAllRead: () => marking(() => markAll(followedBy(settings.value?.mutedCategories ?? []))),
    undo,
    fetchOlder: () => quietly(fetchOlderPosts),
    endOlder: (as) => quietly(() => endBackfill(as)),
    openOptions: () => quietly(() => browser.runtime.openOptionsPage()),
  };
}

async function readView(limit: number, isWanted: Wanted | undefined): Promise<UnreadView> {
  const [posts, backfill, poll] = await Promise.all([
    newestPosts('unread', limit + 1, isWanted),
    backfillState(),
    stateRow('poll'),
  ]);
  return { posts: posts.slice(0, limit), hasMore: posts.length > limit, backfill, isFilled: poll !== undefined };
}

async function countUnread(isWanted: Wanted | undefined): Promise<UnreadCounts> {
  const all = await countPosts('unread');
  const followed = isWanted ? await countPosts('unread', isWanted) : all;
  return { followed, muted: all - followed };
}
