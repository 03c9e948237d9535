import { numberOf, ORDINAL, PART_IN_SENTENCE } from '../blog/series.ts';
import { LONGEST_TEXT, type Post, type PostId, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { cleanText } from './text.ts';
import { BLOCK_END, type Run, runsOf } from './text-runs.ts';

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
/** How far around a link its words are looked at, in characters. */
const NEAR = 100;
/** No series has more parts. */
const MOST_LINKS = 50;

/** The links in a post's text that are said to lead to a part of a series, each post once, in the order of the parts. */
export function getPartLinks(text: Element): PartLink[] {
  const links = new Map<PostId, PartLink>();
  const runs = runsOf(text);
  for (const [index, { link, text: words }] of runs.entries()) {
    const href = link?.getAttribute('href') ?? '';
    const id = link && href.length <= LONGEST_TEXT ? postIdOf(href) : undefined;
    if (!id || links.has(id) || links.size === MOST_LINKS) continue;
    const before = textBeside(runs[index - 1]).slice(-NEAR);
    const after = textBeside(runs[index + 1]).slice(0, NEAR);
    const part = partOf(cleanText(words.replaceAll(BLOCK_END, ' ')), before, after);
    if (part !== undefined) links.set(id, { id, url: postUrlOf(href), part });
  }
  return [...links.values()].sort((a, b) => a.part - b.part);
}

function textBeside(run: Run | undefined): string {
  return run && !run.link ? run.text : '';
}

/** What the words of a link and those around it say: `[Part 1]`, `[first post] in this series`, `Part 1: […]`, `[…] (Part 1)`. */
function partOf(words: string, before: string, after: string): number | undefined {
  const begun = PART_IN_LINK.exec(words + after);
  const match =
    PART_IN_LINK.exec(words) ??
    (begun && begun.index < words.length ? begun : null) ??
    PART_BEFORE_LINK.exec(before) ??
    PART_AFTER_LINK.exec(after);
  const number = match?.slice(1).find(Boolean);
  return number === undefined ? undefined : numberOf(number);
}
