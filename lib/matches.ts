import { createMatcher, type Filter } from './filter.ts';
import type { PostId } from './post.ts';
import type { LibraryPost } from './store/database.ts';
import { stateOf } from './store/post-state.ts';
import { countAllPosts, sortedPosts } from './store/posts.ts';

/** How many posts of the library the filter lets through, some left out. */
export function countMatches(filter: Filter, except: readonly PostId[]): Promise<number> {
  const left = new Set(except);
  const matches = matcherOf(filter);
  return countAllPosts((post) => !left.has(post.id) && matches(post));
}

/** The posts of the library that the filter lets through, in its order, at most `limit` of them. */
export function matchingPosts(filter: Filter, limit: number): Promise<LibraryPost[]> {
  return sortedPosts(filter.sort, limit, matcherOf(filter));
}

function matcherOf(filter: Filter): (post: LibraryPost) => boolean {
  const matches = createMatcher(filter);
  return (post) => matches(post, stateOf(post));
}
