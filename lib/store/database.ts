import Dexie, { type EntityTable } from 'dexie';
import { type Failure, LibraryClosed } from '../errors.ts';
import type { Done, Post, PostId, Reading } from '../post.ts';

/** A post of the library: what the blog says of it, and what the reader has made of it. */
export interface LibraryPost extends Post {
  readonly reading: Reading;
  /** When the reader set `reading`, in ms since 1970; 0 as long as nobody has. */
  readonly readingAt: number;
  /** Sorts the posts of a day, the newer above; about when it came into the library, in ms since 1970. */
  readonly order: number;
  /** Whether the reader has saved it, and when that was said last, in ms since 1970; undefined as long as it never was. */
  readonly bookmarked?: boolean | undefined;
  readonly bookmarkedAt?: number | undefined;
  /** How far the reader has come in it, from 0 to 1, and when; undefined as long as nobody has read in it. */
  readonly progress?: number | undefined;
  readonly progressAt?: number | undefined;
}

/** The id of another address under which the blog shows a post now. */
interface Alias {
  readonly id: PostId;
  readonly post: PostId;
}

/** What a source of posts said of its last version whose posts are stored, to ask later whether it has changed. */
export interface Version {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What the next poll has to know; written in the transaction that stores the posts of a poll. */
export interface PollState {
  readonly key: 'poll';
  readonly feed?: Version | undefined;
  readonly home?: Version | undefined;
  /** The newest posts that polls have been told of, the last first; what pages of the blog have shown does not count. */
  readonly recentIds?: readonly PostId[] | undefined;
  /** The day of the newest post of the first run, set once that is over: what is older belongs to the back catalogue. */
  readonly catalogueBefore?: string | undefined;
  /** The day of the newest post before a gap that could not be filled yet. */
  readonly gapUntil?: string | undefined;
}

/** New posts that nobody was notified of yet. */
interface Outbox {
  readonly key: 'outbox';
  readonly ids: readonly PostId[];
}

/** A part of the back catalogue. */
export type Step =
  | { readonly kind: 'entries'; readonly skip: number; readonly withoutAddress: number }
  | { readonly kind: 'year'; readonly year: number };

/** How far the fetching of the back catalogue has come; written in the transaction that stores a step's posts. */
export interface Backfill {
  readonly key: 'backfill';
  readonly status: 'running' | 'done' | 'cancelled' | 'failed' | 'declined';
  readonly next?: Step | undefined;
  /** Steps taken, and about how many there are. */
  readonly done: number;
  readonly steps: number;
  /** Posts that were told so far, and those of them that the library lacked. */
  readonly found: number;
  readonly added: number;
  /** How many posts the blog has in all, where it tells. */
  readonly total?: number | undefined;
  readonly failure?: Failure | undefined;
}

/** An action of the reader, as it can be undone. */
export interface UndoStep extends Done {
  /** When it was done, in ms since 1970: what has been changed later stays. */
  readonly at: number;
  /** What it has changed, as it was before. */
  readonly before: ReadonlyArray<Pick<LibraryPost, 'id'> & Partial<LibraryPost>>;
}

/** The last actions of the reader, the last first. */
interface UndoLog {
  readonly key: 'undo';
  readonly steps: readonly UndoStep[];
}

export type StateRow = PollState | Outbox | Backfill | UndoLog;

interface Tables {
  posts: EntityTable<LibraryPost, 'id'>;
  state: EntityTable<StateRow, 'key'>;
  aliases: EntityTable<Alias, 'id'>;
}

/** The library. Versions are append-only: never edit one that was released, add the next. */
export const db = new Dexie('liner-notes') as Dexie & Tables;

db.version(1).stores({
  posts: 'id, [reading+date+order]',
  state: 'key',
});

/** How the checks went is no longer in the library; the feed is asked anew. */
db.version(2)
  .stores({ aliases: 'id' })
  .upgrade(async (transaction) => {
    const state = transaction.table<PollState>('state');
    const poll = await state.get('poll');
    if (poll) await state.put({ key: 'poll', catalogueBefore: poll.catalogueBefore });
  });

// Dexie opens a library that a newer version has left, and would write into it what that may not understand.
db.on('ready', () => {
  if (Math.floor(db.backendDB().version / 10) > db.verno) throw new LibraryClosed('libraryNewer');
});

/** Opens the library, again if that has failed before; else whoever asks it for something would get the same failure. */
export async function openLibrary(): Promise<void> {
  await db.open();
}

/** Deletes the library with all that is in it, and opens an empty one. */
export async function deleteLibrary(): Promise<void> {
  await db.delete({ disableAutoOpen: false });
  await db.open();
}
