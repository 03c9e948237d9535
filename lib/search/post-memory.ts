import type { PostId } from '../post.ts';
import { logChangedPosts } from '../store/changed-posts.ts';
import type { LibraryPost } from '../store/database.ts';
import { listedPosts } from '../store/lists.ts';
import { chunksOf } from '../store/search.ts';

/** In memory a post takes about a kilobyte. Of more than so many posts only those are kept that somebody has asked for. */
const MOST = 20_000;

/** Posts in memory, as the library has them: what a search finds can be shown in the frame of the letter that was typed. */
export interface PostMemory {
  /** The posts, in the order of their ids; undefined unless all of them are known. */
  postsOf(ids: readonly PostId[]): readonly LibraryPost[] | undefined;
  /** Asks the library for the posts, which are known from then on. Those that have gone are left out. */
  read(ids: readonly PostId[]): Promise<readonly LibraryPost[]>;
}

/** Reads all posts while nothing else is to be done; those that have changed since are not known. */
export function rememberPosts(allIds: () => Promise<readonly PostId[]>): PostMemory {
  const log = logChangedPosts();
  const posts = new Map<PostId, LibraryPost>();
  let changes = log.count;
  let isReadingAll = false;

  const readAll = async () => {
    await untilIdle();
    const ids = await allIds();
    for (const chunk of ids.length > MOST ? [] : chunksOf(ids)) {
      await untilIdle();
      await read(chunk);
    }
  };
  const readAllAgain = () => {
    if (isReadingAll) return;
    isReadingAll = true;
    // Whoever needs those that could not be read asks for them, and is told.
    readAll()
      .catch(console.error)
      .finally(() => {
        isReadingAll = false;
      });
  };
  const forgetChanged = () => {
    const changed = log.since(changes);
    changes = log.count;
    if (changed) for (const id of changed) posts.delete(id);
    else {
      posts.clear();
      readAllAgain();
    }
  };
  const read = async (ids: readonly PostId[]) => {
    forgetChanged();
    const before = log.count;
    const found = await listedPosts(ids);
    const changed = log.since(before);
    const current = changed ? found.filter(({ id }) => !changed.has(id)) : [];
    for (const post of current) if (posts.has(post.id) || posts.size < MOST) posts.set(post.id, post);
    return found;
  };

  readAllAgain();
  return {
    postsOf(ids) {
      forgetChanged();
      const known = ids.flatMap((id) => posts.get(id) ?? []);
      return known.length === ids.length ? known : undefined;
    },
    read,
  };
}

function untilIdle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve));
}
