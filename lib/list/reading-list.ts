import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { categoryKey } from '../blog/category.ts';
import { followedBy } from '../blog/followed.ts';
import { type Checking, createChecking } from '../checking.ts';
import { type Live, live } from '../live.ts';
import { liveSettings } from '../live-item.ts';
import { createNotices, type Notice } from '../notices.ts';
import type { PostId } from '../post.ts';
import type { Settings } from '../settings.ts';
import { openSidePanel } from '../side-panel.ts';
import type { Backfill } from '../store/database.ts';
import { countViews, idsByCategory, type ListQuery, type View } from '../store/lists.ts';
import { countPosts } from '../store/posts.ts';
import { stateRow } from '../store/state.ts';
import type { ListCategory } from './categories.ts';
import { type CategoryCounts, createCategoryCounts } from './category-counts.ts';
import { type Entry, entriesOf } from './groups.ts';
import type { ListActions } from './list-actions.ts';
import {
  FIRST_CHOICE,
  type Frame,
  getListChoice,
  type ListChoice,
  recallListChoice,
  storeListChoice,
} from './list-choice.ts';
import { createListing, type Listing } from './listing.ts';
import { type Asked, createSearching, type Searching } from './searching.ts';
import { createSelection, type Selection } from './selection.ts';

/** What is known of the library beside its posts. */
export interface LibraryFacts {
  readonly backfill: Backfill | undefined;
  /** Whether a check has filled the library; what the browser has taken away is empty again. */
  readonly isFilled: boolean;
}

/** How many posts each view has, and how many are unread of categories that the reader does not follow. */
type Counts = Readonly<Record<View | 'muted', number>>;

/** The reading list, in whichever frame it is shown. No action rejects: a failure becomes a notice. */
export interface ReadingList extends Omit<ListActions, 'markAll'> {
  readonly frame: Frame;
  readonly choice: ReadonlySignal<ListChoice>;
  readonly listing: Listing;
  /** The lines of the list. */
  readonly entries: ReadonlySignal<readonly Entry[]>;
  readonly selection: Selection;
  /** The post that keys go from, and that the library previews. */
  readonly current: ReadonlySignal<PostId | undefined>;
  readonly searching: Searching;
  readonly facts: ReadonlySignal<Live<LibraryFacts>>;
  /** Counting takes long in a large library: it begins when the first posts are there. */
  readonly counts: ReadonlySignal<Live<Counts>>;
  /** Read only once somebody asks for them. */
  readonly categories: ReadonlySignal<Live<readonly ListCategory[]>>;
  /** How many posts of each category the view has; undefined as long as it is not known. Only the library counts them. */
  readonly categoryCounts: ReadonlySignal<CategoryCounts | undefined> | undefined;
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly checking: Checking;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** Takes back what there was to say; answers whether there was anything. */
  dismissNotice(): boolean;
  choose(change: Partial<ListChoice>): void;
  /** The reader goes to a post: what can be done with it may follow. */
  prepareActions(): void;
  setCurrent(id: PostId | undefined): void;
  /** Makes a post the current one, and has the focus go there. */
  focus(id: PostId): void;
  /** The post that the focus is to go to; undefined once it is there. */
  readonly focusWanted: ReadonlySignal<{ readonly id: PostId } | undefined>;
  onFocused(): void;
  /** The first rows are on the screen: the rest can follow. */
  onPainted(): void;
  readCategories(): void;
  /** Has something follow that the list needs, and says so where that fails. */
  quietly(work: () => Promise<void>): Promise<void>;
  markAllRead(): Promise<void>;
  fetchOlder(): Promise<void>;
  /** The reader wants no older posts, or no more of them. */
  endOlder(as: 'declined' | 'cancelled'): Promise<void>;
  openOptions(): Promise<void>;
  openLibrary(): Promise<void>;
  openSidePanel(): Promise<void>;
}

/** The reading list in a frame, searched from the start for what it is asked for, if anything. */
export function createReadingList(frame: Frame, searched: Asked): ReadingList {
  const settings = liveSettings();
  const recalled = recallListChoice(frame);
  const choice = signal(recalled ?? FIRST_CHOICE);
  const isPainted = signal(false);
  const wantsCategories = signal(false);
  const current = signal<PostId>();
  const focusWanted = signal<{ readonly id: PostId }>();
  const notices = createNotices();
  const searching = createSearching(searched, choice);

  const query = computed((): ListQuery | undefined => {
    return settings.value && queryOf(choice.value, settings.value);
  });
  const listing = createListing({ query, found: searching.found, current, entries: () => entries.value });
  const listed = computed(() => (listing.ids.value.state === 'ready' ? listing.ids.value.value : []));
  const isSearching = computed(() => searching.found.value !== undefined);
  const group = computed(() => (isSearching.value ? 'none' : choice.value.group));
  const categories = live(() => {
    if (!wantsCategories.value && group.value !== 'category') return undefined;
    return readCategories;
  });
  const entries: ReadonlySignal<readonly Entry[]> = computed(() => {
    const known = categories.value.state === 'ready' ? categories.value.value : undefined;
    // Without the categories all posts would seem to have none.
    return entriesOf(listed.value, group.value === 'category' && !known ? 'none' : group.value, known ?? []);
  });
  /** The posts as they are drawn, from the first to the last. */
  const drawn = computed(() => {
    if (group.value === 'none') return listed.value;
    return entries.value.flatMap((entry) => (entry.kind === 'post' ? [entry.id] : []));
  });
  const selection = createSelection(drawn);
  const counts = live(
    () => {
      if (!isPainted.value || !settings.value) return undefined;
      const isWanted = followedBy(settings.value.mutedCategories);
      return () => countLists(isWanted);
    },
    { isPatient: true },
  );

  const restoreChoice = async () => {
    const stored = await getListChoice(frame);
    if (stored && choice.peek() === FIRST_CHOICE) choice.value = stored;
  };
  const listOf = () => ({
    view: searching.found.value ? undefined : choice.value.view,
    name: JSON.stringify([choice.value, searching.text.value]),
  });
  // Most readers who look at their list do nothing with it.
  const actions = once(async () => (await import('./list-actions.ts')).createListActions(notices, listing, listOf));
  const act = (work: (actions: ListActions) => Promise<void>) => notices.quietly(async () => work(await actions()));

  return {
    frame,
    choice,
    listing,
    entries,
    selection,
    current,
    searching,
    facts: live(() => readFacts),
    counts,
    categories,
    categoryCounts: frame === 'library' ? createCategoryCounts({ query, listing, categories }) : undefined,
    settings,
    checking: createChecking(),
    notice: notices.notice,
    quietly: notices.quietly,
    dismissNotice: notices.dismiss,
    mark: (...asked) => act(({ mark }) => mark(...asked)),
    open: (...asked) => act(({ open }) => open(...asked)),
    openCopy: (id) => act(({ openCopy }) => openCopy(id)),
    copyAgain: (id) => act(({ copyAgain }) => copyAgain(id)),
    copyLinks: (ids) => act(({ copyLinks }) => copyLinks(ids)),
    undo: () => act(({ undo }) => undo()),
    choose(change) {
      const next = { ...choice.value, ...change };
      if (change.view !== undefined || change.category !== undefined) {
        searching.type('');
        selection.clear();
        current.value = undefined;
      }
      choice.value = next;
      void notices.quietly(() => storeListChoice(frame, next));
    },
    // It is tried again when something is pressed.
    prepareActions: () => void actions().catch(() => {}),
    setCurrent(id) {
      current.value = id;
    },
    focus(id) {
      current.value = id;
      focusWanted.value = { id };
    },
    focusWanted,
    onFocused() {
      focusWanted.value = undefined;
    },
    onPainted() {
      isPainted.value = true;
      if (!recalled) void notices.quietly(restoreChoice);
      listing.readWhole();
    },
    async markAllRead() {
      // What is shown may be the first rows only, or another list for a moment.
      const list = query.value;
      if (list) await act(({ markAll }) => markAll(list));
    },
    readCategories() {
      wantsCategories.value = true;
    },
    fetchOlder: () => notices.quietly(async () => (await import('../actions.ts')).fetchOlderPosts()),
    endOlder: (as) => notices.quietly(async () => (await import('../store/backfill.ts')).endBackfill(as)),
    openOptions: () => notices.quietly(() => browser.runtime.openOptionsPage()),
    openSidePanel: () => notices.quietly(openSidePanel),
    openLibrary: () =>
      notices.quietly(async () => {
        await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
      }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Categories that the reader does not follow stay out of what is unread. */
function queryOf({ view, sort, category }: ListChoice, { mutedCategories }: Settings): ListQuery {
  return {
    view,
    sort,
    isCategory: category === '' ? undefined : (name) => categoryKey(name) === category,
    isWanted: view === 'unread' ? followedBy(mutedCategories) : undefined,
  };
}

async function readCategories(): Promise<readonly ListCategory[]> {
  const idsByName = await idsByCategory();
  return (await import('./categories.ts')).categoriesOf(idsByName);
}

async function readFacts(): Promise<LibraryFacts> {
  const [backfill, poll] = await Promise.all([stateRow('backfill'), stateRow('poll')]);
  return { backfill, isFilled: poll !== undefined };
}

async function countLists(isWanted: ReturnType<typeof followedBy>): Promise<Counts> {
  const [counts, unread] = await Promise.all([countViews(isWanted), isWanted && countPosts('unread')]);
  return { ...counts, muted: (unread ?? counts.unread) - counts.unread };
}
