import Dexie, { type EntityTable } from 'dexie';
import type { Failure } from '../errors.ts';
import type { Post, Reading } from '../post.ts';

/** A post of the library: what the blog says of it, and what the reader has made of it. */
export interface LibraryPost extends Post {
  readonly reading: Reading;
  /** When the reader set `reading`, in ms since 1970; 0 as long as nobody has. */
  readonly readingAt: number;
  /** Sorts the posts of a day, the newer above; about when it came into the library, in ms since 1970. */
  readonly order: number;
}

/** What is known of the polls so far: one row, written in the transaction that stores the posts of a poll. */
export interface PollState {
  readonly key: 'poll';
  /** Of the last feed whose posts are stored; sent back to ask whether it has changed. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** In ms since 1970. */
  readonly succeededAt?: number | undefined;
  /** Of the last poll, if it failed. */
  readonly failure?: Failure | undefined;
  readonly failedAt?: number | undefined;
  /** The day of the newest post of the first run, set once that is over: what is older belongs to the back catalogue. */
  readonly catalogueBefore?: string | undefined;
}

interface Tables {
  posts: EntityTable<LibraryPost, 'id'>;
  state: EntityTable<PollState, 'key'>;
}

/** The library. Versions are append-only: never edit one that was released, add the next. */
export const db = new Dexie('liner-notes') as Dexie & Tables;

db.version(1).stores({
  posts: 'id, [reading+date+order]',
  state: 'key',
});
