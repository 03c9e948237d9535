import { db, type LibraryPost } from './database.ts';
import { unreadAmong } from './posts.ts';
import { putStateRow, stateRow } from './state.ts';

/** Has posts that are unread wait to be notified of; to be called in the transaction that stores them. */
export async function addToOutbox(posts: readonly LibraryPost[]): Promise<void> {
  const unread = posts.filter(({ reading }) => reading === 'unread').map(({ id }) => id);
  if (unread.length === 0) return;
  const waiting = (await stateRow('outbox'))?.ids ?? [];
  await putStateRow({ key: 'outbox', ids: [...new Set([...unread, ...waiting])] });
}

/** Whether a post waits to be notified of. */
export async function hasOutbox(): Promise<boolean> {
  return (await stateRow('outbox')) !== undefined;
}

/**
 * Takes all posts out that wait to be notified of; answers those that are still unread, newest first. They are out before
 * anyone is notified: whoever is stopped between the two leaves a notification out, but nobody is notified twice.
 */
export function takeFromOutbox(): Promise<LibraryPost[]> {
  return db.transaction('rw', db.posts, db.state, async () => {
    const ids = (await stateRow('outbox'))?.ids ?? [];
    await db.state.delete('outbox');
    return unreadAmong(ids);
  });
}
