import type { PostId } from '../post.ts';
import type { LibraryPost, PostText } from '../store/database.ts';
import type { Sought } from './findings.ts';
import { foundText, isTold } from './found-text.ts';
import type { Found } from './library-search.ts';

type Hits = Pick<Found, 'hitsOf' | 'typed'>;

/** What was looked for, and hit in a post. */
export function soughtOf(id: PostId, { hitsOf, typed }: Hits): Sought {
  return { ...typed, hits: hitsOf(id) };
}

/** What tells why posts were found, of those whose title, categories and excerpt do not. Only of saved ones the text is searched. */
export function reasonsOf(
  posts: readonly LibraryPost[],
  texts: readonly (PostText | undefined)[],
  found: Hits,
): Map<PostId, string> {
  const textOf = new Map(texts.map((text) => [text?.id, text]));
  return new Map(
    posts.flatMap((post) => {
      const sought = soughtOf(post.id, found);
      const text = post.bookmarked && textOf.get(post.id);
      const reason = text && !isTold(post, sought) && foundText(post, sought, text);
      return reason ? [[post.id, reason]] : [];
    }),
  );
}
