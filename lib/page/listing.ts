import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type CategoryCount, countCategories, createMatcher, type Filter, isFiltering, NO_FILTER } from '../filter.ts';
import type { Card } from '../parse/card.ts';
import { getCards } from '../parse/listing.ts';
import { createReadLink } from '../parse/post-links.ts';
import type { PostId, PostState } from '../post.ts';
import { createPageActions, type PageActions } from './actions.ts';
import type { Ask, Context, Notice } from './ask.ts';
import { createLook, type Look } from './look-further.ts';

/** So long after the last change of the filter the library is asked what matches: it is read whole for that. */
const SETTLED_MS = 250;

/** How many of the page's posts there are of what kind, those on two cards counted once. */
interface ListingCounts {
  readonly total: number;
  readonly unread: number;
  readonly shown: number;
}

/** A listing page of the blog: what stands on it, what the library knows of that, and what the reader wants to see. */
export interface Listing extends PageActions {
  readonly cards: ReadonlySignal<readonly Card[]>;
  readonly states: ReadonlySignal<ReadonlyMap<PostId, PostState>>;
  readonly filter: ReadonlySignal<Filter>;
  /** The ids of the posts that the filter lets through. */
  readonly shown: ReadonlySignal<ReadonlySet<PostId>>;
  readonly counts: ReadonlySignal<ListingCounts>;
  /** Has to look at every card: only to be asked for where it is shown. */
  readonly categories: ReadonlySignal<readonly CategoryCount[]>;
  /** How many more posts of the library match the filter; undefined while it is not known. */
  readonly elsewhere: ReadonlySignal<number | undefined>;
  readonly look: Look;
  readonly notice: ReadonlySignal<Notice | undefined>;
  readonly hasKeyboard: ReadonlySignal<boolean>;
  choose(filter: Filter): void;
  /** Marks every post that the filter lets through. */
  markShown(): Promise<void>;
  showLibrary(): Promise<void>;
  /** Looks at the page again, and answers whether cards have come, gone, or been drawn anew. */
  scan(): boolean;
  /** Asks the background again what it knows, and what the reader has chosen. */
  refresh(): Promise<void>;
}

/** Starts to read the listing that this page is; what is asked of the extension ends with it. */
export function createListing(context: Context, { ask, notice }: Ask): Listing {
  const readLink = createReadLink();
  const actions = createPageActions({ ask, notice });
  const cards = signal<readonly Card[]>([]);
  const states = signal<ReadonlyMap<PostId, PostState>>(new Map());
  const filter = signal(NO_FILTER);
  const hasKeyboard = signal(false);
  const elsewhere = signal<number>();
  let asked = 0;
  let counting: ReturnType<typeof setTimeout> | undefined;
  let isFilterKnown = false;

  const byId = computed(() => new Map(cards.value.map((card) => [card.id, card])));
  const shown = computed(() => {
    if (!isFiltering(filter.value)) return new Set(byId.value.keys());
    const matches = createMatcher(filter.value);
    return new Set([...byId.value].filter(([id, card]) => matches(card, states.value.get(id))).map(([id]) => id));
  });
  const counts = computed(() => ({
    total: byId.value.size,
    unread: [...byId.value.keys()].filter((id) => states.value.get(id)?.reading === 'unread').length,
    shown: shown.value.size,
  }));
  const look = createLook({ countShown: () => shown.value.size, cards });

  async function refresh(): Promise<void> {
    const ids = [...byId.value.keys()];
    if (ids.length === 0) return;
    const turn = ++asked;
    const answer = await ask('postsShown', ids);
    if (turn !== asked || !answer) return;
    batch(() => {
      states.value = new Map(answer.states);
      hasKeyboard.value = answer.hasKeyboard;
      if (!isFilterKnown) filter.value = answer.filter;
      isFilterKnown = true;
    });
    if (answer.wanted.length > 0) await tell(answer.wanted);
    await countElsewhere(turn);
  }

  /** The library knows too little of these posts. It says itself when they are there. */
  async function tell(ids: readonly PostId[]): Promise<void> {
    const seen = ids.flatMap((id) => byId.value.get(id)?.post ?? []).filter(({ title }) => title);
    if (seen.length > 0) await ask('postsSeen', seen);
  }

  async function countElsewhere(turn: number): Promise<void> {
    const wanted = filter.value;
    const ids = [...byId.value.keys()];
    const answer = isFiltering(wanted) ? await ask('countMatches', { filter: wanted, ids }) : undefined;
    if (turn === asked && filter.value === wanted) elsewhere.value = answer?.count;
  }

  return {
    ...actions,
    cards,
    states,
    filter,
    shown,
    counts,
    categories: computed(() => countCategories([...byId.value.values()], filter.value)),
    elsewhere,
    look,
    notice,
    hasKeyboard,
    choose(next) {
      if (context.isInvalid) return;
      look.cancel();
      batch(() => {
        filter.value = next;
        elsewhere.value = undefined;
      });
      isFilterKnown = true;
      void ask('filterChosen', next);
      clearTimeout(counting);
      counting = setTimeout(() => void countElsewhere(asked), SETTLED_MS);
    },
    markShown: () => actions.mark([...shown.value], 'read'),
    async showLibrary() {
      await ask('showLibrary', filter.value);
    },
    scan() {
      const found = getCards(document, location.href, readLink);
      if (isSame(found, cards.value)) return false;
      const before = byId.value;
      const kept = found.filter(({ id }) => before.has(id)).length;
      // It is another page.
      if (kept === 0) look.cancel();
      cards.value = found;
      if (kept < found.length || kept < before.size) void refresh();
      return true;
    },
    refresh,
  };
}

function isSame(some: readonly Card[], others: readonly Card[]): boolean {
  const isAt = ({ element, id }: Card, i: number) => others[i]?.element === element && others[i].id === id;
  return some.length === others.length && some.every(isAt);
}
