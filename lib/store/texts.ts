import type { Post, PostId } from '../post.ts';
import { keptIds } from './aliases.ts';
import { db, type LibraryPost, type PostText } from './database.ts';
import { forgetNamed, namedIds } from './named.ts';
import { storePosts } from './posts.ts';
import { isResting } from './savings.ts';

/** What a post's own page tells. */
export interface Told extends Omit<PostText, 'id'> {
  readonly words: number;
  readonly post: Post;
}

/** The posts of which nothing but the address is known, and whose own page is to be read now. */
export function postsToRead(): Promise<LibraryPost[]> {
  return db.transaction('r', db.posts, db.state, db.savings, async () => {
    const ids = [...(await namedIds())];
    const [posts, savings] = await Promise.all([db.posts.bulkGet(ids), db.savings.bulkGet(ids)]);
    return posts
      .filter((_, i) => !isResting(savings[i]?.restsUntil))
      .filter((post) => post !== undefined)
      .filter(({ bookmarked, title }) => !bookmarked && title === '');
  });
}

/**
 * Stores what the own page of a post has told, and fills in what was not known of the post; one that tells nothing is not read
 * again. Answers whether the library has the post.
 */
export function storeText(id: PostId, told: Told | undefined): Promise<boolean> {
  return db.transaction('rw', [db.posts, db.state, db.aliases, db.texts, db.unindexed, db.savings], async () => {
    const [kept = id] = await keptIds([id]);
    await db.savings.bulkDelete([id, kept]);
    if (!(await db.posts.get(kept))) return false;
    if (told) await storeTold(kept, told);
    else await forgetNamed(kept);
    return true;
  });
}

/**
 * As above, under the id that the library keeps the post under, in a transaction that is under way. Answers the post as it is
 * then; undefined if the library does not have it.
 */
export async function storeTold(id: PostId, { post, words, text, authors }: Told): Promise<LibraryPost | undefined> {
  await storePosts([{ ...post, id }], 'known', () => 'archived');
  const known = await db.posts.get(id);
  await Promise.all([
    db.posts.update(id, { words }),
    // What the reader has only marked as read needs no text.
    ...(known?.bookmarked ? [db.texts.put({ id, text, authors }), db.unindexed.put({ id })] : []),
    forgetNamed(id),
  ]);
  return known && { ...known, words };
}

/** Stores how many words a post has, if the library has it. */
export function storeWords(id: PostId, words: number): Promise<void> {
  return db.transaction('rw', db.posts, db.aliases, async () => {
    const [kept = id] = await keptIds([id]);
    const post = await db.posts.get(kept);
    if (post && post.words !== words) await db.posts.put({ ...post, words });
  });
}
