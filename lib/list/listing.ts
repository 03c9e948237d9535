import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Live, live } from '../live.ts';
import type { PostId } from '../post.ts';
import type { LibraryPost } from '../store/database.ts';
import { firstListed, type ListQuery, listedPosts } from '../store/lists.ts';
import { createFollowedIds } from './followed-ids.ts';
import type { Entry } from './groups.ts';

/** So many rows are read at first: no frame draws more before it is known what is seen. */
const FIRST_ROWS = 13;
/** So many rows are read at first once the reader may scroll; the steps in which more are read are half as long. */
const WINDOW = 24;

/** A list as it will be once what is being written is written. */
export interface Foresight {
  readonly ids: readonly PostId[];
  /** A post as it will be, as far as it was read, given how it was. */
  readonly postOf: (id: PostId, read: LibraryPost | undefined) => LibraryPost | undefined;
}

/** A list of posts: its first rows at once, then the ids of all, and the posts of those rows that are looked at. */
export interface Listing {
  readonly ids: ReadonlySignal<Live<readonly PostId[]>>;
  /** Whether all ids are there, and not only those of the first rows. */
  readonly isWhole: ReadonlySignal<boolean>;
  /** All ids of the list, also while others are shown that were found; undefined as long as they are not read. */
  readonly listed: ReadonlySignal<readonly PostId[] | undefined>;
  /** Undefined as long as it is not read. */
  postOf(id: PostId): LibraryPost | undefined;
  /** Has the posts read that are around these lines. */
  lookAt(first: number, last: number): void;
  /** Has all ids read. */
  readWhole(): void;
  /** Shows the list as it will be while work is done that takes long. */
  foresee<T>(foresight: Foresight, work: () => Promise<T>): Promise<T>;
}

/** Posts that something else than the lists has found, as a search does, and the first of them. */
interface Found {
  readonly ids: readonly PostId[];
  readonly first: readonly LibraryPost[];
}

/** What a list is made of. */
interface Parts {
  readonly query: ReadonlySignal<ListQuery | undefined>;
  readonly found: ReadonlySignal<Live<Found> | undefined>;
  /** A post that is shown wherever the reader has scrolled to, if any. */
  readonly current: ReadonlySignal<PostId | undefined>;
  /** The lines that the ids are shown in. */
  readonly entries: () => readonly Entry[];
}

export function createListing({ query, found, current, entries }: Parts): Listing {
  const wantsWhole = signal(false);
  const window = signal<readonly [from: number, to: number]>([0, WINDOW]);
  const foresight = signal<Foresight>();
  const followed = createFollowedIds();

  const first = live(() => {
    const wanted = query.value;
    return wanted && !wantsWhole.value ? () => firstListed(wanted, FIRST_ROWS) : undefined;
  });
  const readIds = computed(() => (query.value && wantsWhole.value ? followed(query.value) : undefined));
  const whole = live(() => readIds.value);
  const firstIds = computed(() => mapped(first.value, (posts) => posts.map(({ id }) => id)));
  const ids = computed((): Live<readonly PostId[]> => {
    if (foresight.value) return { state: 'ready', value: foresight.value.ids };
    if (found.value) return mapped(found.value, ({ ids }) => ids);
    return whole.value.state === 'waiting' ? firstIds.value : whole.value;
  });
  const near = computed(() => {
    if (ids.value.state !== 'ready' || (!found.value && whole.value.state !== 'ready')) return undefined;
    const shown = entries().slice(...window.value);
    const near = shown.flatMap((entry) => (entry.kind === 'post' ? [entry.id] : []));
    // The keyboard goes from the first until another is chosen.
    const kept = current.value ?? entries().find((entry) => entry.kind === 'post')?.id;
    return kept === undefined ? near : [...near, kept];
  });
  const rows = live(() => {
    const wanted = near.value;
    return wanted ? () => listedPosts(wanted) : undefined;
  });
  const posts = computed(() => {
    const read = rows.value.state === 'ready' ? rows.value.value : [];
    const shown = first.value.state === 'ready' && read.length === 0 ? first.value.value : read;
    const firstFound = found.value?.state === 'ready' ? found.value.value.first : [];
    return new Map([...firstFound, ...shown].map((post) => [post.id, post]));
  });

  return {
    ids,
    listed: computed(() => (whole.value.state === 'ready' ? whole.value.value : undefined)),
    isWhole: computed(() => found.value !== undefined || whole.value.state === 'ready'),
    postOf(id) {
      const read = posts.value.get(id);
      return foresight.value ? foresight.value.postOf(id, read) : read;
    },
    lookAt(from, to) {
      const step = WINDOW / 2;
      const start = Math.max(0, Math.floor(from / step - 1) * step);
      const end = Math.ceil(to / step + 1) * step;
      if (start !== window.peek()[0] || end !== window.peek()[1]) window.value = [start, end];
    },
    readWhole() {
      wantsWhole.value = true;
    },
    async foresee(expected, work) {
      foresight.value = expected;
      try {
        return await work();
      } finally {
        // What is asked now is answered after what the live query has asked since the writing.
        await readIds
          .peek()?.()
          .catch(() => []);
        if (foresight.value === expected) foresight.value = undefined;
      }
    },
  };
}

function mapped<A, B>(answer: Live<A>, map: (value: A) => B): Live<B> {
  return answer.state === 'ready' ? { state: 'ready', value: map(answer.value) } : answer;
}
