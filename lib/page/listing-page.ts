import { computed, effect, signal } from '@preact/signals';
import type { Failure } from '../errors.ts';
import { countCategories, type Filter, isFiltering, isShown, NO_FILTER, toggleCategory } from '../filter.ts';
import { sendMessage, untilAnswered } from '../messages.ts';
import { type Card, getCards } from '../parse/listing.ts';
import type { Post, PostId, Reading } from '../post.ts';
import { FilterHost } from './filter-host.tsx';
import { Marks } from './marks.tsx';

/** What stands on a listing page of the blog, marked and filtered. */
export interface ListingPage {
  /** Looks at the page again: cards may have come, gone, or been drawn anew. */
  scan(): void;
  /** Asks the library for the reading states again. */
  refresh(): Promise<void>;
  /** Takes everything of ours off the page. */
  stop(): void;
}

/**
 * Starts to mark and filter the cards of this page, now and after every `scan`. Once the extension has been updated or
 * removed the context is invalid; to ask it then ends this, and nothing else would work.
 */
export function startListingPage(context: { readonly isInvalid: boolean }): ListingPage {
  const cards = signal<readonly Card[]>([]);
  const readings = signal<ReadonlyMap<PostId, Reading>>(new Map());
  const filter = signal(NO_FILTER);
  const posts = computed(() => distinctPosts(cards.value));
  const failure = signal<Failure | 'unknown'>();
  const marks = new Marks((post, mark) =>
    attempt(() => untilAnswered(() => sendMessage('markPost', { id: post.id, mark }))),
  );
  const filterHost = new FilterHost();
  let asked = 0;

  const isPostShown = (post: Post) => isShown(filter.value, post, readings.value.get(post.id));

  const stopMarks = effect(() => {
    marks.draw(
      cards.value.map((card) => ({ card, reading: readings.value.get(card.post.id), shown: isPostShown(card.post) })),
    );
  });

  const stopFilter = effect(() => {
    filterHost.draw(cards.value, {
      categories: countCategories(posts.value, filter.value.categories),
      chosen: filter.value.categories,
      unreadOnly: filter.value.unreadOnly,
      shown: posts.value.filter(isPostShown).length,
      total: posts.value.length,
      filtering: isFiltering(filter.value),
      failure: failure.value,
      onToggleCategory: (name) => change(toggleCategory(filter.value, name)),
      onToggleUnread: () => change({ ...filter.value, unreadOnly: !filter.value.unreadOnly }),
      onClear: () => change(NO_FILTER),
    });
  });

  function change(next: Filter): void {
    if (!context.isInvalid) filter.value = next;
  }

  async function attempt(action: () => Promise<Failure | undefined>): Promise<void> {
    if (context.isInvalid) return;
    try {
      failure.value = await action();
    } catch (error) {
      if (context.isInvalid) return;
      console.error(error);
      failure.value = 'unknown';
    }
  }

  const refresh = () =>
    attempt(async () => {
      if (posts.value.length === 0) return undefined;
      const turn = ++asked;
      const answer = await untilAnswered(() => sendMessage('postsShown', posts.value));
      if (turn === asked) readings.value = new Map(answer.readings);
      return answer.failure;
    });

  return {
    scan() {
      const before = idsOf(cards.value);
      cards.value = getCards(document);
      if (idsOf(cards.value) !== before) void refresh();
    },
    refresh,
    stop() {
      stopMarks();
      stopFilter();
      marks.erase();
      filterHost.erase();
    },
  };
}

function distinctPosts(cards: readonly Card[]): Post[] {
  return [...new Map(cards.map(({ post }) => [post.id, post])).values()];
}

function idsOf(cards: readonly Card[]): string {
  return cards.map(({ post }) => post.id).join(' ');
}
