import { afterPaint } from '../after-paint.ts';
import { sanitizeArticle, sanitizeFromStart } from '../sanitize.ts';
import type { OfflineCopy } from '../store/offline-copy.ts';
import { type CodeBlock, frameCode } from './code.ts';
import { type Footnote, footnotesIn, noteLinksIn } from './footnotes.ts';
import { type Heading, type Headline, headingsOf, headlinesIn } from './headings.ts';
import { framePictures, type PicturePlace, showPictures, type ZoomedPicture } from './pictures.ts';
import { followScrollers } from './scrollers.ts';

/** More than a CSS pixel of a window's height holds of a text of the usual size. */
const CHARACTERS_PER_PIXEL = 4;

/** What can be done with the parts of an article. */
interface ArticleActions {
  /** Told of once all of the article is there. */
  tellHeadings(headings: readonly Heading[]): void;
  zoom(picture: ZoomedPicture): void;
  copyCode(text: string): Promise<boolean>;
  showNote(footnote: Footnote): void;
  /** Says so where the work fails. */
  quietly(work: () => Promise<void>): Promise<void>;
}

/** What is shown, and whether it is read from its start. */
interface Shown {
  /** Hostile HTML. */
  readonly html: string;
  readonly copy: OfflineCopy;
  readonly isFromStart: boolean;
}

/**
 * Shows the text of a post in this element, and then what takes longer: if it is read from its start, all but as much as the window
 * shows. Resolves once all pictures have come or failed, or nobody waits for them any more: nothing moves the text then.
 */
export function showArticle(
  element: HTMLElement,
  { html, copy, isFromStart }: Shown,
  actions: ArticleActions,
  stop: AbortSignal,
): Promise<void> {
  let pictures: readonly PicturePlace[] = [];
  let code: readonly CodeBlock[] = [];
  let headlines: readonly Headline[] = [];
  let noteLinks: readonly HTMLAnchorElement[] = [];
  const framed = (part: DocumentFragment) => {
    headlines = [...headlines, ...headlinesIn(part)];
    noteLinks = followFootnotes(part, [...noteLinks, ...noteLinksIn(part)], actions.showNote);
    pictures = [...pictures, ...framePictures(part, copy, actions.zoom)];
    code = [...code, ...frameCode(part, actions.copyCode)];
    followScrollers(part, stop);
    return part;
  };
  const { start, rest } = isFromStart
    ? sanitizeFromStart(html, copy.url, innerHeight * CHARACTERS_PER_PIXEL)
    : { start: sanitizeArticle(html, copy.url), rest: undefined };
  element.replaceChildren(framed(start));
  if (!rest) actions.tellHeadings(headingsOf(headlines));
  followPrinting(element, stop);
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  stop.addEventListener('abort', () => resolve());
  const complete = async () => {
    if (rest) {
      element.append(framed(rest()));
      actions.tellHeadings(headingsOf(headlines));
    }
    if (code.some(({ language }) => language !== ''))
      void actions.quietly(async () => (await import('./highlight-code.ts')).highlightCode(code));
    await showPictures(pictures, copy, stop);
  };
  afterPaint(() => void actions.quietly(complete).finally(resolve), stop);
  return settled;
}

/** Answers the links that have led to no note yet. */
function followFootnotes(
  part: DocumentFragment,
  links: readonly HTMLAnchorElement[],
  show: ArticleActions['showNote'],
): HTMLAnchorElement[] {
  const footnotes = footnotesIn(part, links);
  for (const footnote of footnotes) followFootnote(footnote, show);
  const followed = new Set(footnotes.map(({ link }) => link));
  return links.filter((link) => !followed.has(link));
}

function followFootnote(footnote: Footnote, show: (footnote: Footnote) => void): void {
  const { link } = footnote;
  link.classList.add('footnote-link');
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(footnote);
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    show(footnote);
  });
}

/** On paper nobody opens anything. */
function followPrinting(element: HTMLElement, stop: AbortSignal): void {
  let opened: HTMLDetailsElement[] = [];
  const setOpen = (open: boolean) => {
    for (const details of opened) details.open = open;
  };
  addEventListener(
    'beforeprint',
    () => {
      opened = [...element.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      setOpen(true);
    },
    { signal: stop },
  );
  addEventListener('afterprint', () => setOpen(false), { signal: stop });
}
