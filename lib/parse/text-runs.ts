import { APART, OTHER_POSTS } from '../blog/article-selectors.ts';
import { BLOCK_END } from '../blog/text-link.ts';

/** Text within one link to a post, or between two such links. */
export interface Run {
  readonly link: Element | null;
  text: string;
}

const SUBHEADING = 'h2, h3, h4, h5, h6';
const BLOCK = ':not(a, abbr, b, cite, code, em, i, mark, s, small, span, strong, sub, sup, u)';

/** In so many characters a heading says what it is the heading of. */
const LONGEST_HEADING = 100;

/** The text of an element, taken apart at its links. */
export function runsOf(element: Element): Run[] {
  let run: Run = { link: null, text: '' };
  const runs = [run];
  let block: Element | null | undefined;
  for (const { nodeName, parentElement, textContent } of textsIn(element)) {
    const nextBlock = parentElement?.closest(BLOCK);
    const link = parentElement?.closest('a[href]') ?? null;
    const end = nextBlock === block ? '' : BLOCK_END;
    block = nextBlock;
    run.text += end;
    if (link !== run.link) {
      run = { link, text: end };
      runs.push(run);
    }
    run.text += nodeName === 'BR' ? ' ' : textContent;
  }
  return runs;
}

/** The texts and line breaks of a post: neither those that stand apart from it nor what comes with a heading of others. */
export function* textsIn(root: ParentNode): Generator<Node> {
  const title = root.querySelector('h1');
  let others: Element | null | undefined;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(APART) && !node.contains(title)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text || node.nodeName === 'BR') || others?.contains(node)) continue;
    const heading =
      OTHER_POSTS.test(node.textContent?.slice(0, LONGEST_HEADING) ?? '') && node.parentElement?.closest(SUBHEADING);
    if (heading) others = sectionOf(heading);
    else yield node;
  }
}

/** What a heading is the heading of: it may have a box of its own. */
function sectionOf(heading: Element): Element | null {
  let section = heading.parentElement;
  while (section && section.firstElementChild === section.lastElementChild) section = section.parentElement;
  return section;
}
