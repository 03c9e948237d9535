import { datedPost, type Post, type PostId, postIdOf } from '../post.ts';
import type { LibraryPost } from '../store/database.ts';
import { knownPosts } from '../store/posts.ts';
import { type Meter, redirectedUrl } from './fetch-text.ts';

/**
 * The posts of the feed that are known by another address, which leads to the new one: the id of the new address, and the
 * one in the library. Asks the blog only of posts that have gone from the feed though they are not older than the rest.
 * @throws whatever redirectedUrl does: a post must not be taken for new because nobody could ask.
 */
export async function movedPosts(
  formerIds: readonly PostId[],
  feed: readonly Post[],
  known: ReadonlyMap<PostId, LibraryPost>,
  meter: Meter,
): Promise<Map<PostId, PostId>> {
  const moved = new Map<PostId, PostId>();
  const unknown = new Set(feed.map(({ id }) => id).filter((id) => !known.has(id)));
  if (unknown.size === 0) return moved;
  for (const post of await goneFrom(feed, formerIds)) {
    const id = postIdOf(await redirectedUrl(post.url, meter));
    if (id && unknown.has(id)) moved.set(id, post.id);
  }
  return moved;
}

async function goneFrom(feed: readonly Post[], formerIds: readonly PostId[]): Promise<LibraryPost[]> {
  const ids = new Set(feed.map(({ id }) => id));
  const gone = await knownPosts(formerIds.filter((id) => !ids.has(id)));
  const oldest = feed.map((post) => datedPost(post).date).sort()[0] ?? '';
  return [...gone.values()].filter(({ date }) => date >= oldest);
}
