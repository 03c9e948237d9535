import Dexie from 'dexie';
import type { PostId, Reading } from '../post.ts';
import { db, type IndexState, type LibraryPost, type PostText, type StoredIndex } from './database.ts';
import { listedIds } from './lists.ts';
import { withReading } from './posts.ts';

/** What the search looks at of a post: the text and its authors are empty where they are not known. */
export type SearchDocument = Pick<LibraryPost, 'id' | 'title' | 'excerpt' | 'categories'> & Omit<PostText, 'id'>;

/** So many posts are read at a time. */
const CHUNK = 100;

/** The index of the search as it is stored, and the name of that state of it; undefined if it was never stored. */
export function storedIndex(): Promise<{ json: string; name: string } | undefined> {
  return db.transaction('r', db.searchIndex, async () => {
    const [index, state] = await Promise.all([db.searchIndex.get('index'), indexState()]);
    return index?.key === 'index' && state ? { json: index.json, name: state.name } : undefined;
  });
}

/** In which state the index is stored, and the posts of which that does not know yet what they say now. */
export function indexNews(): Promise<{ state: IndexState | undefined; unindexed: PostId[] }> {
  return db.transaction('r', db.searchIndex, db.unindexed, async () => {
    const [state, unindexed] = await Promise.all([indexState(), db.unindexed.toCollection().primaryKeys()]);
    return { state, unindexed };
  });
}

/**
 * Stores the index with what it has taken in of posts since a state of it. Posts that have changed again meanwhile stay
 * noted. Answers the name of the new state; undefined, and nothing is stored, if that was not the state any more.
 */
export function storeIndex(
  json: string,
  before: string | undefined,
  taken: ReadonlyMap<PostId, string>,
): Promise<string | undefined> {
  return db.transaction('rw', db.searchIndex, db.unindexed, db.posts, db.texts, async () => {
    if ((await indexState())?.name !== before) return undefined;
    const ids = [...taken.keys()];
    const documents = await documentsOf(ids);
    const done = ids.filter((id, i) => printOf(documents[i]) === taken.get(id));
    const name = crypto.randomUUID();
    await db.unindexed.bulkDelete(done);
    const rows: (StoredIndex | IndexState)[] = [
      { key: 'index', json },
      { key: 'state', name, before, ids: done },
    ];
    await db.searchIndex.bulkPut(rows);
    return name;
  });
}

/** What a post says, in one text, to tell whether that has changed. */
export function printOf(document: SearchDocument | undefined): string {
  return JSON.stringify(document) ?? '';
}

/** What there is to search in each of the posts; undefined for one that the library lacks. */
export function documentsOf(ids: readonly PostId[]): Promise<(SearchDocument | undefined)[]> {
  return db.transaction('r', db.posts, db.texts, async () => {
    const [posts, texts] = await Promise.all([db.posts.bulkGet([...ids]), db.texts.bulkGet([...ids])]);
    return posts.map((post, i) => post && documentOf(post, texts[i]));
  });
}

/** The texts of posts and who wrote them; undefined where that was not read. */
export async function textsOf(ids: readonly PostId[]): Promise<(PostText | undefined)[]> {
  return ids.length > 0 ? db.texts.bulkGet([...ids]) : [];
}

/** What there is to search in all posts, some at a time. */
export async function* allDocuments(): AsyncGenerator<SearchDocument[]> {
  for (const ids of chunksOf(await db.posts.toCollection().primaryKeys())) {
    yield (await documentsOf(ids)).filter((document) => document !== undefined);
  }
}

export function chunksOf(ids: readonly PostId[]): PostId[][] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) => ids.slice(i * CHUNK, (i + 1) * CHUNK));
}

export function idsWithReading(reading: Reading): Promise<PostId[]> {
  return withReading(reading).primaryKeys();
}

/** The posts that the reader has saved, or begun and not finished. */
export function touchedIds(view: 'saved' | 'begun'): Promise<PostId[]> {
  return listedIds({ view, sort: 'newest' });
}

/** The posts from one day on and before another, `YYYY-MM-DD`, newest first. */
export async function datedIds(from: string | undefined, until: string | undefined): Promise<PostId[]> {
  const first = [from ?? Dexie.minKey];
  const end = [until ?? Dexie.maxKey];
  return (await db.posts.where('[date+order]').between(first, end).primaryKeys()).reverse();
}

async function indexState(): Promise<IndexState | undefined> {
  const row = await db.searchIndex.get('state');
  return row?.key === 'state' ? row : undefined;
}

/** The text of a post that is no longer saved is kept for a while, but nobody looks for it. */
function documentOf(post: LibraryPost, kept: PostText | undefined): SearchDocument {
  const { id, title, excerpt, categories, bookmarked } = post;
  const { authors = [], text = '' } = (bookmarked && kept) || {};
  return { id, title, excerpt, categories, authors, text };
}
