import Dexie, { type EntityTable } from 'dexie';
import { type Failure, LibraryClosed } from '../errors.ts';
import type { Done, Post, PostId, Reading } from '../post.ts';
import type { CopiedArticle, OfflineCopy, Saving, StoredPicture } from './offline-copy.ts';

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
  /** When the reader has opened it last, in ms since 1970; undefined as long as nobody has, or it was before this was noted. */
  readonly openedAt?: number | undefined;
  /** How many words it has; undefined as long as nobody has seen its text. */
  readonly words?: number | undefined;
}

/** What there is to read in a post's page, for the search: of posts that the reader has saved. */
export interface PostText {
  readonly id: PostId;
  /** Plain text, white space collapsed. */
  readonly text: string;
  readonly authors: readonly string[];
}

/** The index of the search, as its library makes it to be kept. */
export interface StoredIndex {
  readonly key: 'index';
  readonly json: string;
}

/** Which state of the index is stored: what follows another has taken in these posts. */
export interface IndexState {
  readonly key: 'state';
  readonly name: string;
  readonly before: string | undefined;
  readonly ids: readonly PostId[];
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
  /** What it has changed, as it was before; the place in a post only where that was changed, too. */
  readonly before: ReadonlyArray<Pick<LibraryPost, 'id'> & Partial<LibraryPost>>;
}

/** Posts that have come into the library with nothing but their address, and whose own page was not read yet. */
interface Named {
  readonly key: 'named';
  readonly ids: readonly PostId[];
}

export type StateRow = PollState | Outbox | Backfill | Named;

interface Tables {
  posts: EntityTable<LibraryPost, 'id'>;
  state: EntityTable<StateRow, 'key'>;
  aliases: EntityTable<Alias, 'id'>;
  texts: EntityTable<PostText, 'id'>;
  searchIndex: EntityTable<StoredIndex | IndexState, 'key'>;
  /** Posts of which the index of the search does not know yet what they say now, or that they have gone. */
  unindexed: EntityTable<Pick<LibraryPost, 'id'>, 'id'>;
  /** The last actions of the reader, in the order in which they were done. */
  undoSteps: EntityTable<UndoStep & { order: number }, 'order'>;
  copies: EntityTable<OfflineCopy, 'id'>;
  articles: EntityTable<CopiedArticle, 'id'>;
  pictures: EntityTable<StoredPicture, 'address'>;
  savings: EntityTable<Saving, 'id'>;
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

/** What the lists are read from, and what the search needs. */
db.version(3)
  .stores({
    posts: 'id, [reading+date+order], [date+order], *categories, bookmarkedAt, progressAt, openedAt, words',
    texts: 'id',
    searchIndex: 'key',
    unindexed: 'id',
    undoSteps: '++order, step',
  })
  .upgrade(async (transaction) => {
    const state = transaction.table<{ readonly key: 'undo'; readonly steps: readonly UndoStep[] }>('state');
    const log = await state.get('undo');
    await transaction.table('undoSteps').bulkAdd(log?.steps.toReversed() ?? []);
    await state.delete('undo');
  });

/** Posts to be read offline. */
db.version(4).stores({
  copies: 'id, *pictures, savedAt',
  articles: 'id',
  pictures: 'address, [address+bytes]',
  savings: 'id',
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
