import { BLOCK_END, type TextLink } from '../blog/text-link.ts';
import { LONGEST_TEXT, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { cleanText } from './text.ts';
import { type Run, runsOf } from './text-runs.ts';

/** How far around a link its words are looked at, in characters. */
const NEAR = 100;
/** No post links to more. */
const MOST_LINKS = 100;

/** The links to posts in a post's text, with the words around them. */
export function getTextLinks(text: Element): TextLink[] {
  const links: TextLink[] = [];
  const runs = runsOf(text);
  for (const [index, { link, text: words }] of runs.entries()) {
    const href = link?.getAttribute('href') ?? '';
    const id = link && href.length <= LONGEST_TEXT ? postIdOf(href) : undefined;
    if (!id || links.length === MOST_LINKS) continue;
    links.push({
      id,
      url: postUrlOf(href),
      words: cleanText(words.replaceAll(BLOCK_END, ' ')),
      before: textBeside(runs[index - 1]).slice(-NEAR),
      after: textBeside(runs[index + 1]).slice(0, NEAR),
    });
  }
  return links;
}

function textBeside(run: Run | undefined): string {
  return run && !run.link ? run.text : '';
}
