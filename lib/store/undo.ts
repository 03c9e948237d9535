import { type Done, isOfBookmark } from '../post.ts';
import { db, type LibraryPost, type UndoStep } from './database.ts';

/** So many actions can be undone. */
const MOST_STEPS = 20;

/** Notes an action of the reader, to be undone; in the transaction that does it. */
export async function logStep(step: Pick<UndoStep, 'mark' | 'at' | 'before'>): Promise<Done> {
  const done: Done = { step: crypto.randomUUID(), mark: step.mark, count: step.before.length };
  await db.undoSteps.add({ ...done, ...step });
  const orders = await db.undoSteps.toCollection().primaryKeys();
  await db.undoSteps.bulkDelete(orders.slice(0, -MOST_STEPS));
  return done;
}

/**
 * Undoes an action, the last if none is named: each post is as it was before, unless something else was made of it
 * meanwhile. Answers what was undone; undefined if there is no such action, or it was undone before.
 */
export function undo(name?: string): Promise<Done | undefined> {
  return db.transaction('rw', db.posts, db.undoSteps, db.unindexed, async () => {
    const steps = name === undefined ? db.undoSteps.toCollection() : db.undoSteps.where('step').equals(name);
    const [order] = await steps.reverse().limit(1).primaryKeys();
    const step = order === undefined ? undefined : await db.undoSteps.get(order);
    if (order === undefined || !step) return undefined;
    const posts = await db.posts.bulkGet(step.before.map(({ id }) => id));
    const restored = posts.flatMap((post, i) => (post && isAsLeft(post, step) ? [restoredPost(post, step, i)] : []));
    await db.posts.bulkPut(restored);
    if (isOfBookmark(step.mark)) await db.unindexed.bulkPut(restored.map(({ id }) => ({ id })));
    await db.undoSteps.delete(order);
    return { step: step.step, mark: step.mark, count: restored.length };
  });
}

/** Whether there is an action that can be undone. */
export async function hasUndo(): Promise<boolean> {
  return (await db.undoSteps.count()) > 0;
}

function isAsLeft({ readingAt, bookmarkedAt }: LibraryPost, { at, mark }: UndoStep): boolean {
  return (isOfBookmark(mark) ? bookmarkedAt : readingAt) === at;
}

/** The post as it was before. Who has read on meanwhile keeps the place. */
function restoredPost(post: LibraryPost, { at, before }: UndoStep, i: number): LibraryPost {
  const { progressAt } = post;
  return { ...post, ...before[i], ...(progressAt !== at && { progressAt }) };
}
