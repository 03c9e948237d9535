import { type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import type { PostId } from '../post.ts';
import { allDocuments, chunksOf, documentsOf, indexNews, printOf, storedIndex, storeIndex } from '../store/search.ts';
import { createIndex, loadIndex, type SearchIndex } from './search-index.ts';

/** The index of the search in this page. */
interface FollowedIndex {
  /** Grows whenever it has taken changes in. */
  readonly version: ReadonlySignal<number>;
  current(): SearchIndex;
}

/** An index in memory, and how it differs from the stored one. */
interface OpenIndex {
  readonly index: SearchIndex;
  /** The stored state that it knows all of; undefined if none was stored. */
  state: string | undefined;
  /** Whether that state can be read. */
  isStored: boolean;
  /** The posts that it has taken in since, each as a text that changes with what the post says. */
  readonly taken: Map<PostId, string>;
}

/** For so few posts the index is not stored: they are taken in again when the search is opened next. */
const FEW = 100;
/** How long the index takes in more before it is stored, in ms. */
const STORE_DELAY = 10_000;

/**
 * The index of the search: the stored one, or a new one, and whatever changes in the library as long as the page is open.
 * Several pages may be open. Each has its own index, and stores it only over the state that it knows all of; the others then
 * take in what that state has taken in, since it is noted no more.
 */
export async function followedIndex(): Promise<FollowedIndex> {
  const version = signal(0);
  let open = await openIndex();
  let turn = Promise.resolve();
  let isStoring = false;
  // One after the other: what is stored is just what was taken in.
  const inTurn = (act: () => Promise<void>) => {
    turn = turn.then(act).catch(console.error);
    return turn;
  };
  const follow = async () => {
    const { state, unindexed } = await indexNews();
    const isNext = state !== undefined && state.name !== open.state && state.before === open.state;
    const isLost = state?.name !== open.state && !isNext;
    if (isLost) open = await openIndex();
    const hasChanged = await takeIn(open, isNext ? [...state.ids, ...unindexed] : unindexed);
    if (isNext) {
      Object.assign(open, { state: state.name, isStored: true });
      // What that state knows need not be stored by this page as well.
      const noted = new Set(unindexed);
      for (const id of state.ids) if (!noted.has(id)) open.taken.delete(id);
    }
    if (isLost || hasChanged) version.value += 1;
    if (!open.isStored || open.taken.size > FEW) storeSoon();
  };
  const storeSoon = () => {
    if (isStoring) return;
    isStoring = true;
    const storeNow = () => {
      isStoring = false;
      void inTurn(() => store(open));
    };
    setTimeout(() => requestIdleCallback(storeNow, { timeout: STORE_DELAY }), open.isStored ? STORE_DELAY : 0);
  };
  await inTurn(follow);
  liveQuery(indexNews).subscribe({ next: () => void inTurn(follow), error: console.error });
  return { version, current: () => open.index };
}

async function openIndex(): Promise<OpenIndex> {
  const stored = await storedIndex();
  const loaded = stored && (await loadIndex(stored.json));
  return {
    ...(loaded ? { index: loaded, taken: new Map() } : await builtIndex()),
    state: stored?.name,
    isStored: !!loaded,
  };
}

/** An index of all posts; those that are noted need not be taken in again. */
async function builtIndex(): Promise<Pick<OpenIndex, 'index' | 'taken'>> {
  const index = createIndex();
  const taken = new Map<PostId, string>();
  const noted = new Set((await indexNews()).unindexed);
  for await (const documents of allDocuments()) {
    documents.forEach(index.put);
    for (const document of documents.filter(({ id }) => noted.has(id))) taken.set(document.id, printOf(document));
  }
  return { index, taken };
}

/** Takes in what the posts say now; answers whether any says something else than before. */
async function takeIn({ index, taken }: OpenIndex, ids: readonly PostId[]): Promise<boolean> {
  let hasChanged = false;
  for (const chunk of chunksOf(ids)) {
    const documents = await documentsOf(chunk);
    for (const [i, id] of chunk.entries()) {
      const document = documents[i];
      const print = printOf(document);
      if (taken.get(id) === print) continue;
      if (document) index.put(document);
      else index.remove(id);
      taken.set(id, print);
      hasChanged = true;
    }
  }
  return hasChanged;
}

/** Stores the index. If another page has stored its own meanwhile, that is followed, and then this is tried again. */
async function store(open: OpenIndex): Promise<void> {
  if (open.isStored && open.taken.size <= FEW) return;
  const name = await storeIndex(open.index.serialize(), open.state, open.taken);
  if (name === undefined) return;
  Object.assign(open, { state: name, isStored: true });
  open.taken.clear();
}
