import { type Failure, isUnanswered } from '../errors.ts';
import type { PostId } from '../post.ts';
import { keptIds } from './aliases.ts';
import { db, type LibraryPost } from './database.ts';
import type { Saving } from './offline-copy.ts';

/** How far the pictures of a copy have come. */
export type Progress = Pick<Saving, 'done' | 'total'>;

const NOTHING_DONE: Progress = { done: 0, total: 0 };

/** After a page that could not be read it is so long until it is asked for again, in ms. */
export const REST_MS = 30 * 60_000;

/** Whether a rest is not over, given its end and what time it is; one that ends later was noted before the clock was set back. */
export function isResting(until = 0, now = Date.now()): boolean {
  return until > now && until <= now + REST_MS;
}

/** The posts of which a copy is to be made now: those that the reader has asked for again, then those that were saved last. */
export function postsToSave(): Promise<LibraryPost[]> {
  return db.transaction('r', db.posts, db.copies, db.savings, async () => {
    const [savings, copied, touched] = await Promise.all([
      db.savings.toArray(),
      db.copies.toCollection().primaryKeys(),
      db.posts.orderBy('bookmarkedAt').reverse().primaryKeys(),
    ]);
    const wanted = savings.filter(({ status }) => status === 'wanted').map(({ id }) => id);
    const isBegun = ({ status, restsUntil }: Saving) =>
      status === 'running' || (status === 'waiting' && !isResting(restsUntil));
    const begun = savings.filter(isBegun).map(({ id }) => id);
    const done = new Set([...copied, ...savings.map(({ id }) => id)]);
    const ids = [...wanted, ...touched.filter((id) => !done.has(id)), ...begun];
    const posts = await db.posts.bulkGet(ids);
    return posts.filter((post) => post !== undefined).filter(({ bookmarked }) => bookmarked);
  });
}

/** When the first of the posts that rest after a failure is to be tried again, in ms since 1970; undefined if none rests. */
export async function nextTryAt(): Promise<number | undefined> {
  const waiting = (await db.savings.toArray()).filter(({ status }) => status === 'waiting');
  const ends = waiting.map(({ restsUntil = 0 }) => restsUntil).filter((until) => isResting(until));
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Has the posts tried again now whose page nobody answered for. */
export function endRests(): Promise<void> {
  return db.transaction('rw', db.savings, async () => {
    const unanswered = (await db.savings.toArray()).filter(
      ({ status, failure }) => status === 'waiting' && isUnanswered(failure),
    );
    await db.savings.bulkPut(unanswered.map((saving) => ({ ...saving, restsUntil: undefined })));
  });
}

/** Notes that the copies of these posts are to be made, again if there are some; answers of which that is news. */
export function wantCopies(ids: readonly PostId[]): Promise<PostId[]> {
  return db.transaction('rw', db.posts, db.aliases, db.savings, async () => {
    const kept = [...new Set(await keptIds(ids))];
    const [posts, savings] = await Promise.all([db.posts.bulkGet(kept), db.savings.bulkGet(kept)]);
    const wanted = kept.filter((_, i) => posts[i]?.bookmarked && savings[i]?.status !== 'running');
    await putWanted(wanted, new Set(savings.filter((saving) => saving?.takesWorse).map((saving) => saving?.id)));
    return wanted;
  });
}

/** Notes the same of posts that are saved anew, where there was a copy or making one has failed; in the transaction that saves them. */
export async function wantNewCopies(ids: readonly PostId[]): Promise<void> {
  const [copies, savings] = await Promise.all([db.copies.bulkGet([...ids]), db.savings.bulkGet([...ids])]);
  await putWanted(ids.filter((_, i) => (copies[i] || savings[i]) && savings[i]?.status !== 'running'));
}

async function putWanted(
  ids: readonly PostId[],
  takesWorse: ReadonlySet<PostId | undefined> = new Set(),
): Promise<void> {
  const rows = ids.map((id): Saving => {
    const wanted: Saving = { id, status: 'wanted', ...NOTHING_DONE, attempts: 0 };
    return takesWorse.has(id) ? { ...wanted, takesWorse: true } : wanted;
  });
  await db.savings.bulkPut(rows);
}

/** Notes that a copy is being made, and how far that has come; answers how often in a row it could not be made before. */
export async function noteRunning(id: PostId, progress: Progress = NOTHING_DONE): Promise<number> {
  return (await note(id, ({ attempts }) => ({ status: 'running', ...progress, attempts }))).attempts;
}

/** How it goes on after a failure. */
export interface Retry {
  /** It is tried again by itself until it has failed so often in a row. */
  readonly mostAttempts: number;
  /** Not before that, in ms since 1970; as soon as anything is, if undefined. */
  readonly restsUntil?: number | undefined;
}

/** Notes why a post could not be read; answers whether it is tried again by itself. */
export async function noteFailed(id: PostId, failure: Failure, { mostAttempts, restsUntil }: Retry): Promise<boolean> {
  const { status } = await note(id, (before) => {
    const attempts = before.attempts + 1;
    if (attempts >= mostAttempts) return { status: 'failed', ...NOTHING_DONE, failure, attempts };
    return { status: 'waiting', ...NOTHING_DONE, failure, attempts, restsUntil };
  });
  return status === 'waiting';
}

/** Forgets why a copy could not be made anew: the reader keeps the one that there is. */
export function keepOlderCopy(id: PostId): Promise<void> {
  return db.savings.delete(id);
}

/** Has the next copy of a post take the place of the older, however much that has lost; it is still to be asked for. */
export async function takeNewerCopy(id: PostId): Promise<void> {
  await db.savings.update(id, { takesWorse: true });
}

function note(id: PostId, next: (before: Pick<Saving, 'attempts'>) => Omit<Saving, 'id'>): Promise<Saving> {
  return db.transaction('rw', db.savings, async () => {
    const before = await db.savings.get(id);
    const saving: Saving = { id, ...next(before ?? { attempts: 0 }) };
    await db.savings.put(before?.takesWorse ? { ...saving, takesWorse: true } : saving);
    return saving;
  });
}
