import { clearAlarm, moveAlarm, setAlarmAgain } from '../alarms.ts';
import { changeHealth } from '../change-health.ts';
import { BlogUnreadable, LibraryClosed, LinerNotesError, Offline, StorageFull } from '../errors.ts';
import { getHealth, type Health, withTraffic } from '../health.ts';
import type { PostId } from '../post.ts';
import { announceChange } from '../revision.ts';
import { whenThereIsRoom } from '../room.ts';
import { damagedCopies, dropOldCopies } from '../store/copies.ts';
import type { LibraryPost } from '../store/database.ts';
import { libraryFailureOf } from '../store/library-failure.ts';
import { dropUnusedPictures } from '../store/pictures.ts';
import {
  endRests,
  isResting,
  nextTryAt,
  noteFailed,
  postsToSave,
  REST_MS,
  type Retry,
  wantCopies,
} from '../store/savings.ts';
import { postsToRead, storeText } from '../store/texts.ts';
import { failureOf, hasGone, isLasting, mayOthersAnswer, retryAfterOf } from './failure-of.ts';
import { keepAwake } from './keep-awake.ts';
import { pause } from './pause.ts';
import type { Meter } from './request.ts';
import { MOST_ATTEMPTS, readPostPage, savePost } from './save-post.ts';
import { askedUntil } from './schedule.ts';
import { PACE_MS } from './steps.ts';

/** So many pages may fail, each for a reason of its own as it seems, before the others are left alone as well. */
const MOST_FAILED = 3;

let running: Promise<void> | undefined;
/** Whether somebody has asked for it since it was begun. */
let isAsked = false;
/** Whether there may be something that nobody needs any more. */
let isUntidy = false;

/**
 * Makes the copies of saved posts, and reads the own pages of posts of which nothing but the address is known, a page a second;
 * joins that if it is under way. Where there is nothing to be read that costs no more than asking the library.
 */
export function readPosts(): Promise<void> {
  isAsked = true;
  running ??= keepAwake(runWhileAsked);
  return running;
}

/** What is saved while the last of the work is put in order is not left for later. */
async function runWhileAsked(): Promise<void> {
  try {
    while (isAsked) {
      isAsked = false;
      await run();
    }
  } finally {
    running = undefined;
  }
}

/** Makes the copies of these posts, again if there are some, whatever has failed before. */
export async function saveAgain(ids: readonly PostId[]): Promise<void> {
  const wanted = await whenThereIsRoom(() => wantCopies(ids));
  if (wanted.length === 0) return;
  await forgetRest();
  void readPosts();
}

/** Reads posts as above, also those that rest since nobody answered: now the blog does. */
export async function readPostsAgain(): Promise<void> {
  await forgetRest();
  await endRests();
  await readPosts();
}

async function forgetRest(): Promise<void> {
  await changeHealth((health) => (health.readAgainAt === undefined ? health : { ...health, readAgainAt: undefined }));
}

/** Has the copies made again that lack something, because storage has lost it or nobody answered, and drops what has had its time. */
export async function repairCopies(): Promise<void> {
  isUntidy = true;
  await wantCopies(await damagedCopies());
  await readPosts();
}

/** Not while a copy is being made, whose pictures are stored first. */
async function tidy(): Promise<void> {
  isUntidy = false;
  await dropOldCopies();
  await dropUnusedPictures();
}

async function run(): Promise<void> {
  const first = await nextPost();
  if (!first) {
    if (isUntidy) await tidy();
    const next = await nextTryAt();
    return next === undefined ? clearAlarm('posts') : moveAlarm('posts', next);
  }
  const until = notBefore(await getHealth(), Date.now());
  if (until > 0) return moveAlarm('posts', until);
  // Whoever is stopped on the way, or has no network, is woken up to go on.
  await setAlarmAgain('posts');
  if (!navigator.onLine) return;
  isUntidy = true;
  await readAll(first);
  // Something may have been saved meanwhile, or have failed.
  await run();
}

/** What is to be read next: what the reader has saved comes first. */
async function nextPost(): Promise<LibraryPost | undefined> {
  const [post] = await postsToSave();
  return post ?? (await postsToRead())[0];
}

/** Until when no page is to be asked for, in ms since 1970; 0 if that is over. */
function notBefore(health: Health, now: number): number {
  const { readAgainAt = 0 } = health;
  return Math.max(isResting(readAgainAt, now) ? readAgainAt : 0, askedUntil(health, now));
}

/** Reads what can be read; a page that fails does not stop the others, unless they would fail as well. */
async function readAll(first: LibraryPost): Promise<void> {
  let failed = 0;
  for (let post: LibraryPost | undefined = first; post; post = await nextPost()) {
    const error = await read(post);
    if (error) failed += 1;
    if (error && (concernsAll(error) || failed === MOST_FAILED)) return leaveAlone(error);
    await pause(PACE_MS);
  }
}

/** Whether other pages would fail as well. */
function concernsAll(error: LinerNotesError): boolean {
  return !mayOthersAnswer(error) || retryAfterOf(error) > 0;
}

/** Reads a post, and stores what there is to be kept; answers why that has to be tried again. */
async function read(post: LibraryPost): Promise<LinerNotesError | undefined> {
  const meter: Meter = { requests: 0, bytes: 0 };
  try {
    const hasNews = await (post.bookmarked ? savePost(post, meter) : readText(post, meter));
    if (hasNews) await announceChange();
    return undefined;
  } catch (error) {
    return await noteNotRead(post, error);
  } finally {
    await noteTraffic(meter);
  }
}

/** @throws what is wrong with the library */
async function noteNotRead({ bookmarked, id }: LibraryPost, error: unknown): Promise<LinerNotesError | undefined> {
  const isExpected = error instanceof LinerNotesError && !(error instanceof LibraryClosed);
  if (!isExpected && libraryFailureOf(error)) throw error;
  // Where there is no more room, nothing of half a copy is left.
  if (error instanceof StorageFull) await dropUnusedPictures();
  const failure = failureOf(error);
  const isOwn = !(error instanceof LinerNotesError) || !concernsAll(error);
  const restsUntil = isOwn ? Date.now() + REST_MS : undefined;
  const retry: Retry = { mostAttempts: mostAttempts(error), restsUntil };
  try {
    const isTriedAgain = await whenThereIsRoom(() => noteFailed(id, failure, retry));
    if (!isTriedAgain && !bookmarked) await storeText(id, undefined);
  } catch (full) {
    // What cannot be noted would be tried again and again.
    if (error instanceof LinerNotesError) await leaveAlone(error);
    throw full;
  }
  return error instanceof LinerNotesError && !hasGone(error) ? error : undefined;
}

async function readText({ id, url }: LibraryPost, meter: Meter): Promise<boolean> {
  return storeText(id, await readPostPage(url, meter));
}

/** How often it is tried to read a page: one that cannot be read may be there for a while in place of the post's. */
function mostAttempts(error: unknown): number {
  // A bug of ours that one post brings out must not stand in the way of the others.
  if (error instanceof BlogUnreadable || !(error instanceof LinerNotesError)) return MOST_ATTEMPTS;
  return error instanceof StorageFull || isLasting(error) ? 1 : Number.POSITIVE_INFINITY;
}

/** Notes until when no page is asked for. */
async function leaveAlone(error: LinerNotesError): Promise<void> {
  // A network that is back is told.
  if (error instanceof Offline) return;
  const retryAfter = retryAfterOf(error);
  await changeHealth((health) => {
    const now = Date.now();
    return { ...health, readAgainAt: now + REST_MS, ...(retryAfter > 0 && { notBefore: now + retryAfter }) };
  });
}

async function noteTraffic(meter: Meter): Promise<void> {
  await changeHealth((health) => ({ ...health, traffic: withTraffic(health.traffic, meter, Date.now()) }));
}
