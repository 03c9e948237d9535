import type { Post } from '../post.ts';
import { categoryKey } from './category.ts';

/**
 * Whether the reader follows a post: it has a category that is not muted, or none at all, as long as the blog has not told.
 * Undefined in place of a function if all posts are followed.
 */
export function followedBy(muted: readonly string[]): ((post: Post) => boolean) | undefined {
  if (muted.length === 0) return undefined;
  const keys = new Set(muted);
  return ({ categories }) => categories.length === 0 || categories.some((name) => !keys.has(categoryKey(name)));
}
