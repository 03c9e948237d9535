import { sendMessage, untilAnswered } from './messages.ts';
import type { Mark, PostId } from './post.ts';
import { announceChange } from './revision.ts';
import { markAllRead, markPosts, type Wanted } from './store/posts.ts';

/** Gives posts a mark, as the reader asked; answers which of them had another before. */
export async function mark(ids: readonly PostId[], as: Mark): Promise<PostId[]> {
  return announced(await markPosts(ids, as));
}

/** Marks every unread post that is wanted as read; answers which they were. */
export async function markAll(isWanted?: Wanted): Promise<PostId[]> {
  return announced(await markAllRead(isWanted));
}

/** Has the background fetch the back catalogue, or go on with it. */
export function fetchOlderPosts(): Promise<void> {
  return untilAnswered(() => sendMessage('fetchCatalogue', undefined));
}

/** Has the background delete the library, and read the blog as for the first time. */
export function startAnew(): Promise<void> {
  return untilAnswered(() => sendMessage('startAnew', undefined));
}

async function announced(changed: PostId[]): Promise<PostId[]> {
  if (changed.length > 0) await announceChange();
  return changed;
}
