import { sendMessage } from './messages.ts';
import type { Done, Mark, PostId } from './post.ts';
import { announceChange } from './revision.ts';
import { markOlderRead, markPosts } from './store/marks.ts';
import { undo as undoStep } from './store/undo.ts';

export { hasUndo } from './store/undo.ts';

import { untilAnswered } from './until-answered.ts';

/** Gives posts a mark, as the reader asked; answers what was done, if anything. */
export async function mark(ids: readonly PostId[], as: Mark): Promise<Done | undefined> {
  return announced(await markPosts(ids, as));
}

/** Marks every unread post that is older than this one as read. */
export async function markOlder(id: PostId): Promise<Done | undefined> {
  return announced(await markOlderRead(id));
}

/** Undoes an action, the last if none is named; answers what was undone, if anything. */
export async function undo(step?: string): Promise<Done | undefined> {
  return announced(await undoStep(step));
}

/** Has the background make the copies of these saved posts, again if there are some. */
export function saveAgain(ids: readonly PostId[]): Promise<void> {
  return untilAnswered(() => sendMessage('saveAgain', ids));
}

/** Has the background do whatever is due: one that sleeps does not hear of a network that is back. */
export function catchUp(): Promise<void> {
  return untilAnswered(() => sendMessage('catchUp', undefined));
}

/** Has the background fetch the back catalogue, or go on with it. */
export function fetchOlderPosts(): Promise<void> {
  return untilAnswered(() => sendMessage('fetchCatalogue', undefined));
}

/** Has the background delete the library, and read the blog as for the first time. */
export function startAnew(): Promise<void> {
  return untilAnswered(() => sendMessage('startAnew', undefined));
}

async function announced(done: Done | undefined): Promise<Done | undefined> {
  if (done) await announceChange();
  return done;
}
