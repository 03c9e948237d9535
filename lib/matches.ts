import { createMatcher, type Filter } from './filter.ts';
import type { PostId } from './post.ts';
import { hasPhrase, phraseOf } from './search/terms.ts';
import type { LibraryPost } from './store/database.ts';
import { stateOf } from './store/post-state.ts';
import { countAllPosts } from './store/posts.ts';

/** How many posts of the library the filter lets through, some left out. */
export function countMatches(filter: Filter, except: readonly PostId[]): Promise<number> {
  const left = new Set(except);
  const matches = matcherOf(filter);
  return countAllPosts((post) => !left.has(post.id) && matches(post));
}

/** As the search of the library does, which is where they are shown, it finds words where they begin. */
function matcherOf(filter: Filter): (post: LibraryPost) => boolean {
  const matches = createMatcher(filter);
  const words = phraseOf(filter.words).split(' ').filter(Boolean);
  return (post) =>
    matches(post, stateOf(post)) && words.every((word) => hasPhrase(phraseOf(`${post.title}\n${post.excerpt}`), word));
}
