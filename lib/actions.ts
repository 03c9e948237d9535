import type { Mark, PostId } from './post.ts';
import { announceChange } from './revision.ts';
import { markAllRead, markPosts } from './store/posts.ts';

/** Gives posts a mark, as the reader asked; answers which of them had another before. */
export async function mark(ids: readonly PostId[], as: Mark): Promise<PostId[]> {
  return announced(await markPosts(ids, as));
}

/** Marks every unread post as read; answers which they were. */
export async function markAll(): Promise<PostId[]> {
  return announced(await markAllRead());
}

async function announced(changed: PostId[]): Promise<PostId[]> {
  if (changed.length > 0) await announceChange();
  return changed;
}
