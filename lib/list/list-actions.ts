import { hasUndo, mark, saveAgain, undo } from '../actions.ts';
import { sendMessage } from '../messages.ts';
import type { Notices } from '../notices.ts';
import { openCopy, openPosts } from '../open-post.ts';
import { type Done, isOfBookmark, type Mark, type PostId } from '../post.ts';
import { type ListQuery, listedIds, listedPosts, type View } from '../store/lists.ts';
import { withMark } from '../store/marks.ts';
import { untilAnswered } from '../until-answered.ts';
import type { Foresight, Listing } from './listing.ts';

/** From so many posts on the list is shown as it will be: to write them takes longer than a reader wants to wait. */
const MANY = 50;
/** Nobody wants more tabs at once. */
const MOST_TABS = 20;

/** What can be done with posts of the list. No action rejects: a failure becomes a notice. */
export interface ListActions {
  mark(ids: readonly PostId[], as: Mark): Promise<void>;
  /** Marks all posts of a list as read, also those that are not shown yet. */
  markAll(list: ListQuery): Promise<void>;
  /** Opens posts in tabs, in front or behind. */
  open(ids: readonly PostId[], inFront: boolean): Promise<void>;
  copyLinks(ids: readonly PostId[]): Promise<void>;
  /** Opens the offline copy of a post, if it has one. */
  openCopy(id: PostId): Promise<void>;
  /** Has the offline copy of a saved post made anew. */
  copyAgain(id: PostId): Promise<void>;
  /** Undoes what was done last, however long ago. */
  undo(): Promise<void>;
}

/** `listOf` tells which list is shown: its view, if it is not what a search has found, and a name of its own. */
export function createListActions(
  notices: Notices,
  listing: Listing,
  listOf: () => { readonly view: View | undefined; readonly name: string },
): ListActions {
  /** What a large action will have to be undone to, and in which list. */
  let before: { readonly step: string; readonly name: string; readonly foresight: Foresight } | undefined;

  async function markMany(ids: readonly PostId[], as: Mark): Promise<Done | undefined> {
    const { view, name } = listOf();
    const shown = shownNow(listing);
    // A popup may be closed before so much is written.
    const done = await listing.foresee(foreseen(shown, new Set(ids), as, view), () =>
      untilAnswered(() => sendMessage('markListed', { ids, mark: as })),
    );
    before = done && { step: done.step, name, foresight: shown };
    return done;
  }

  const markAny = (ids: readonly PostId[], as: Mark) => (ids.length < MANY ? mark(ids, as) : markMany(ids, as));

  const undoStep = (step: string | undefined) => {
    if (step === undefined || before?.step !== step) return undo(step);
    const work = () => untilAnswered(() => sendMessage('undoListed', step));
    return before.name === listOf().name ? listing.foresee(before.foresight, work) : work();
  };

  return {
    mark: (ids, as) => notices.mark(() => markAny(ids, as)),
    markAll: (list) => notices.mark(async () => markAny(await listedIds(list), 'read')),
    open(ids, inFront) {
      if (ids.length > MOST_TABS) return notices.tell(async () => ({ kind: 'tooMany' }));
      return notices.mark(async () => openPosts(await listedPosts(ids), inFront));
    },
    copyLinks: (ids) =>
      notices.tell(async () => {
        const urls = await urlsOf(ids);
        await navigator.clipboard.writeText(urls.join('\n'));
        return { kind: 'copied', count: urls.length };
      }),
    openCopy: (id) => notices.quietly(() => openCopy(id)),
    copyAgain: (id) => notices.quietly(() => saveAgain([id])),
    undo: () => notices.undo(async (step) => ({ done: await undoStep(step), hasMore: await hasUndo() })),
  };
}

/** The list as it is shown now. */
function shownNow(listing: Listing): Foresight {
  const ids = listing.ids.peek();
  const shown = ids.state === 'ready' ? ids.value : [];
  const posts = new Map(shown.flatMap((id) => listing.postOf(id) ?? []).map((post) => [post.id, post]));
  return { ids: shown, postOf: (id, read) => posts.get(id) ?? read };
}

function foreseen(shown: Foresight, marked: ReadonlySet<PostId>, as: Mark, view: View | undefined): Foresight {
  const at = Date.now();
  const ids = leaves(view, as) ? shown.ids.filter((id) => !marked.has(id)) : shown.ids;
  return { ids, postOf: (id, read) => (read && marked.has(id) ? withMark(read, as, at) : read) };
}

/** Whether posts leave a view when they get a mark. */
function leaves(view: View | undefined, as: Mark): boolean {
  if (view === 'saved') return as === 'unsaved';
  if (isOfBookmark(as) || view === undefined || view === 'all') return false;
  return view === 'begun' || as !== (view === 'archive' ? 'archived' : view);
}

async function urlsOf(ids: readonly PostId[]): Promise<string[]> {
  return (await listedPosts(ids)).map(({ url }) => url);
}
