import { type Done, isOfBookmark } from '../post.ts';
import { db, type LibraryPost, type UndoStep } from './database.ts';
import { putStateRow, stateRow } from './state.ts';

/** So many actions can be undone. */
const MOST_STEPS = 20;

/** Notes an action of the reader, to be undone; in the transaction that does it. */
export async function logStep(step: Pick<UndoStep, 'mark' | 'at' | 'before'>): Promise<Done> {
  const done: Done = { step: crypto.randomUUID(), mark: step.mark, count: step.before.length };
  const steps = (await stateRow('undo'))?.steps ?? [];
  await putStateRow({ key: 'undo', steps: [{ ...done, ...step }, ...steps].slice(0, MOST_STEPS) });
  return done;
}

/**
 * Undoes an action, the last if none is named: each post is as it was before, unless something else was made of it
 * meanwhile. Answers what was undone; undefined if there is no such action, or it was undone before.
 */
export function undo(name?: string): Promise<Done | undefined> {
  return db.transaction('rw', db.posts, db.state, async () => {
    const steps = (await stateRow('undo'))?.steps ?? [];
    const step = name === undefined ? steps[0] : steps.find(({ step }) => step === name);
    if (!step) return undefined;
    const posts = await db.posts.bulkGet(step.before.map(({ id }) => id));
    const restored = posts.flatMap((post, i) => (post && isAsLeft(post, step) ? [{ ...post, ...step.before[i] }] : []));
    await db.posts.bulkPut(restored);
    await putStateRow({ key: 'undo', steps: steps.filter((other) => other !== step) });
    return { step: step.step, mark: step.mark, count: restored.length };
  });
}

function isAsLeft({ readingAt, bookmarkedAt }: LibraryPost, { at, mark }: UndoStep): boolean {
  return (isOfBookmark(mark) ? bookmarkedAt : readingAt) === at;
}
