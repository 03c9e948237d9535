import { FINISHED, type PostState } from '../post.ts';
import type { LibraryPost } from './database.ts';

/** Who has seen less of a post has hardly begun it. */
const BEGUN = 0.03;

/** What the reader has made of a post. Of a mark and of reading in it, the later counts. */
export function stateOf({ reading, readingAt, bookmarked, progress = 0, progressAt = 0 }: LibraryPost): PostState {
  const isPartlyRead = progressAt >= readingAt && progress >= BEGUN && progress < FINISHED;
  return { reading, bookmarked: bookmarked ?? false, place: isPartlyRead ? progress : undefined };
}
