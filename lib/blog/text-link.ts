import type { Post } from '../post.ts';

/** A link to a post, in the text of another. */
export interface TextLink extends Pick<Post, 'id' | 'url'> {
  readonly words: string;
  /** What stands before and after it, as far as no other link does. */
  readonly before: string;
  readonly after: string;
}

/** Stands for the end of a block in what is around a link: it is no white space. */
export const BLOCK_END = '\uFFFC';
