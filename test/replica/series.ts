import { postPath } from './addresses.ts';
import type { Inline } from './article.ts';
import type { ReplicaPost } from './types.ts';

/** The sentence that links the other parts of a post's series with today's addresses; nothing for a post on its own. */
export function seriesLinks(post: ReplicaPost, posts: readonly ReplicaPost[]): Inline[][] {
  const series = seriesOf(post.title);
  const isOther = ({ id, title }: ReplicaPost): boolean => id !== post.id && seriesOf(title) === series;
  const others = series === undefined ? [] : posts.filter(isOther);
  if (others.length === 0) return [];
  const parts = others.length === 1 ? 'Here is the other part: ' : 'Here are the other parts: ';
  const links = others.flatMap((other, index): Inline[] => [index === 0 ? '' : ', ', linkTo(other)]).slice(1);
  return [[`This post belongs to a series. ${parts}`, ...links, '.']];
}

/** What the titles of a series share: "(Honk, Part 1)" names it, else it is what stands before "Part 1" or "Part II". */
function seriesOf(title: string): string | undefined {
  const named = /\(([^(),]+), Part [\dIVX]+\)/.exec(title)?.[1];
  return named ?? /^(.+?)\(?\bPart [\dIVX]+\b/.exec(title)?.[1];
}

function linkTo(post: ReplicaPost): Inline {
  return { text: post.title.trim(), href: postPath(post) };
}
