import { computed, type ReadonlySignal } from '@preact/signals';
import { type Live, live } from '../live.ts';
import type { PostId } from '../post.ts';
import { type ListQuery, listedIds } from '../store/lists.ts';
import type { ListCategory } from './categories.ts';
import type { Listing } from './listing.ts';

/** How many posts there are of each category, by its key. */
export type CategoryCounts = ReadonlyMap<string, number>;

/** What is counted. */
interface Parts {
  readonly query: ReadonlySignal<ListQuery | undefined>;
  readonly listing: Listing;
  readonly categories: ReadonlySignal<Live<readonly ListCategory[]>>;
}

/**
 * How many posts of each category the view has, whichever is listed and whatever is searched for; undefined as long as that
 * is not known.
 */
export function createCategoryCounts(parts: Parts): ReadonlySignal<CategoryCounts | undefined> {
  const { query, listing, categories } = parts;
  // The list itself need not be read again.
  const isListed = computed(() => !query.value?.isCategory);
  const unlisted = live(() => {
    const wanted = query.value;
    if (!wanted || isListed.value || categories.value.state !== 'ready') return undefined;
    const { view, isWanted } = wanted;
    return async () => ({ of: wanted, ids: await listedIds({ view, sort: 'oldest', isWanted }) });
  });
  const inView = computed((): readonly PostId[] | undefined => {
    if (isListed.value) return listing.listed.value;
    return unlisted.value.state === 'ready' && unlisted.value.value.of === query.value
      ? unlisted.value.value.ids
      : undefined;
  });
  return computed(() => {
    const known = categories.value;
    return inView.value && known.state === 'ready' ? countsAmong(inView.value, known.value) : undefined;
  });
}

/** How many of the posts each category has. */
export function countsAmong(ids: readonly PostId[], categories: readonly ListCategory[]): CategoryCounts {
  const among = new Set(ids);
  return new Map(categories.map(({ key, ids }) => [key, ids.filter((id) => among.has(id)).length]));
}
