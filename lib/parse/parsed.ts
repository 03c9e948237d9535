import type { Source } from '../errors.ts';
import type { Post } from '../post.ts';
import { parseEntries } from './entries.ts';
import { parseFeed } from './feed.ts';
import { parsePosts } from './listing.ts';

/** What a source of posts tells. */
export interface Parsed {
  /** Newest first; none if it could not be read. */
  readonly posts: readonly Post[];
  /** How many posts this part of the source is about, those included whose address it does not tell. */
  readonly count: number;
  /** How many posts the blog has, where the source tells. */
  readonly total?: number;
}

/**
 * The posts in the text of a source. Needs a DOM for pages.
 * @throws BlogUnreadable if a feed or the JSON is not what it should be; a page always is.
 */
export function parseSource(source: Source, text: string): Parsed {
  switch (source) {
    case 'feed':
      return counted(parseFeed(text));
    case 'entries':
      return parseEntries(text);
    case 'home':
    case 'year':
      return counted(parsePosts(text));
  }
}

function counted(posts: readonly Post[]): Parsed {
  return { posts, count: posts.length };
}
