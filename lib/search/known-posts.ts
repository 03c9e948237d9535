import type { PostId } from '../post.ts';
import { logChangedPosts } from '../store/changed-posts.ts';
import type { LibraryPost } from '../store/database.ts';
import { listedPosts } from '../store/lists.ts';
import { chunksOf } from '../store/search.ts';

/** Of so many posts, in memory about a kilobyte each. Nobody has a larger library of this blog. */
const MOST = 20_000;

/** Posts in memory, as the library has them: what a search finds can be shown in the frame of the letter that was typed. */
export interface KnownPosts {
  /** The posts, in the order of their ids; undefined unless all of them are known. */
  postsOf(ids: readonly PostId[]): readonly LibraryPost[] | undefined;
  /** Asks the library for the posts, which are known from then on. Those that have gone are left out. */
  read(ids: readonly PostId[]): Promise<readonly LibraryPost[]>;
}

/** Reads these posts while nothing else is to be done, and forgets each as soon as it changes. */
export function knownPosts(ids: readonly PostId[]): KnownPosts {
  const log = logChangedPosts();
  const posts = new Map<PostId, LibraryPost>();
  let changes = log.count;

  const forgetChanged = () => {
    const changed = log.since(changes);
    changes = log.count;
    if (changed) for (const id of changed) posts.delete(id);
    else posts.clear();
  };
  const read = async (wanted: readonly PostId[]) => {
    const before = log.count;
    const found = await listedPosts(wanted);
    // What has changed meanwhile may be forgotten already.
    if (log.count === before && posts.size < MOST) for (const post of found) posts.set(post.id, post);
    return found;
  };
  const readAll = async () => {
    for (const chunk of chunksOf(ids.slice(0, MOST))) {
      await new Promise((resolve) => requestIdleCallback(resolve));
      await read(chunk);
    }
  };
  // Whoever needs those that could not be read asks for them.
  readAll().catch(console.warn);
  return {
    postsOf(wanted) {
      forgetChanged();
      const known = wanted.flatMap((id) => posts.get(id) ?? []);
      return known.length === wanted.length ? known : undefined;
    },
    read,
  };
}
