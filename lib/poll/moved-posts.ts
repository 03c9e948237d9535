import { Offline } from '../errors.ts';
import { datedPost, type Post, type PostId, postIdOf } from '../post.ts';
import type { LibraryPost } from '../store/database.ts';
import { knownPosts } from '../store/posts.ts';
import { redirectedUrl } from './fetch-text.ts';
import type { Meter } from './request.ts';

/** So many may have moved at once. */
const MOST = 5;

/**
 * The posts of feed and home page that are known by another address, which leads to the new one: the id of the new address,
 * and the one in the library. Asks the blog only of recent posts that have gone though they are not older than the rest.
 * @throws Offline; an address that leads nowhere has not moved.
 */
export async function movedPosts(
  recent: ReadonlySet<PostId>,
  fed: readonly Post[],
  shown: readonly Post[],
  meter: Meter,
): Promise<Map<PostId, PostId>> {
  const told = [...fed, ...shown];
  // A page of the blog may have shown them already.
  const newlyTold = new Set(told.map(({ id }) => id).filter((id) => !recent.has(id)));
  const moved = new Map<PostId, PostId>();
  if (newlyTold.size === 0) return moved;
  for (const post of await goneFrom(told, oldestDay(fed, shown), recent)) {
    const id = await idBehind(post, meter);
    if (id && newlyTold.has(id) && id !== post.id) moved.set(id, post.id);
  }
  return moved;
}

async function goneFrom(told: readonly Post[], oldest: string, recent: ReadonlySet<PostId>): Promise<LibraryPost[]> {
  const ids = new Set(told.map(({ id }) => id));
  const gone = await knownPosts([...recent].filter((id) => !ids.has(id)));
  // One that has moved before is told by its new address.
  const isTold = ({ url }: Post) => told.some(({ id }) => id === postIdOf(url));
  return [...gone.values()].filter((post) => post.date >= oldest && !isTold(post)).slice(0, MOST);
}

/** The day back to which all posts are told. The first of the home page may be a pinned one of years ago. */
function oldestDay(fed: readonly Post[], shown: readonly Post[]): string {
  const days = (shown.length > 1 ? shown.slice(1) : fed).map((post) => datedPost(post).date);
  return days.sort()[0] ?? '9999';
}

async function idBehind({ url }: Post, meter: Meter): Promise<PostId | undefined> {
  try {
    return postIdOf(await redirectedUrl(url, meter));
  } catch (error) {
    if (error instanceof Offline) throw error;
    // The post was withdrawn, or sent on to somewhere else.
    return undefined;
  }
}
