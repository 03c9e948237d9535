import type { Post, PostId } from '../post.ts';
import { numberOf, ORDINAL, PART_IN_SENTENCE } from './series.ts';
import { BLOCK_END, type TextLink } from './text-link.ts';

/** A link in a post's text to a part of a series. */
export interface PartLink extends Pick<Post, 'id' | 'url'> {
  readonly part: number;
}

const OF_SERIES = String.raw`\s+(?:in|of)\s+(?:this|the|our|a)\b[^.${BLOCK_END}]{0,40}?\bseries\b`;
const PART = String.raw`(?:${PART_IN_SENTENCE}|${ORDINAL}\s+(?:blog\s+)?(?:post|article)(?=${OF_SERIES}))`;
const PART_IN_LINK = new RegExp(PART, 'i');
/** Not in `This is part 2 of our series`: that is the post itself. */
const PART_BEFORE_LINK = new RegExp(
  String.raw`(?<!\b(?:is|this)\s+(?:the\s+|our\s+)?)${PART}(?:${OF_SERIES})?[\s:(“"‘'–—-]*$`,
  'i',
);
const PART_AFTER_LINK = new RegExp(
  String.raw`^\s*(?:\((?:[^()]{0,40},\s*)?(?:the\s+)?${PART}\s*\)|,?\s*${PART}(?=\s*(?:$|[.;)${BLOCK_END}])))`,
  'i',
);

/** Those links that are said to lead to a part of a series, each post once, in the order of the parts. */
export function partLinksAmong(textLinks: readonly TextLink[]): PartLink[] {
  const links = new Map<PostId, PartLink>();
  for (const textLink of textLinks) {
    const { id, url } = textLink;
    const part = links.has(id) ? undefined : partOf(textLink);
    if (part !== undefined) links.set(id, { id, url, part });
  }
  return [...links.values()].sort((a, b) => a.part - b.part);
}

/** What the words of a link and those around it say: `[Part 1]`, `[first post] in this series`, `Part 1: […]`, `[…] (Part 1)`. */
function partOf({ words, before, after }: TextLink): number | undefined {
  const begun = PART_IN_LINK.exec(words + after);
  const match =
    PART_IN_LINK.exec(words) ??
    (begun && begun.index < words.length ? begun : null) ??
    PART_BEFORE_LINK.exec(before) ??
    PART_AFTER_LINK.exec(after);
  const number = match?.slice(1).find(Boolean);
  return number === undefined ? undefined : numberOf(number);
}
