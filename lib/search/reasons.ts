import type { PostId } from '../post.ts';
import type { LibraryPost } from '../store/database.ts';
import { textsOf } from '../store/search.ts';
import { foundText, isTold } from './found-text.ts';
import type { Found } from './library-search.ts';

/** What tells why posts were found, of those whose title, categories and excerpt do not; only their texts are read. */
export async function reasonsOf(
  posts: readonly LibraryPost[],
  { hitsOf, typed }: Pick<Found, 'hitsOf' | 'typed'>,
): Promise<Map<PostId, string>> {
  const untold = posts
    .map((post) => ({ post, sought: { ...typed, hits: hitsOf(post.id) } }))
    .filter(({ post, sought }) => !isTold(post, sought));
  const texts = await textsOf(untold.map(({ post }) => post.id));
  return new Map(
    untold.flatMap(({ post, sought }, i) => {
      const text = texts[i];
      const reason = text && foundText(post, sought, text);
      return reason ? [[post.id, reason]] : [];
    }),
  );
}
