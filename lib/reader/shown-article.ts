import { afterPaint } from '../after-paint.ts';
import { sanitizeArticle } from '../sanitize.ts';
import type { OfflineCopy } from '../store/offline-copy.ts';
import { frameCode } from './code.ts';
import { type Footnote, footnotesIn } from './footnotes.ts';
import { type Heading, headingsIn } from './headings.ts';
import { insertFromStart } from './insert-article.ts';
import { framePictures, showPictures, type ZoomedPicture } from './pictures.ts';
import { followScrollers } from './scrollers.ts';

/** What can be done with the parts of an article. */
interface ArticleActions {
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

/** What there is of an article once it is shown. */
export interface ShownArticle {
  readonly headings: readonly Heading[];
  /** Resolves once all pictures have come or failed, or nobody waits for them any more: nothing moves the text then. */
  readonly settled: Promise<void>;
}

/** Shows the text of a post in this element, and then what takes longer. */
export function showArticle(
  element: HTMLElement,
  { html, copy, isFromStart }: Shown,
  actions: ArticleActions,
  stop: AbortSignal,
): ShownArticle {
  const article = sanitizeArticle(html, copy.url);
  const headings = headingsIn(article);
  const pictures = framePictures(article, copy, actions.zoom);
  const code = frameCode(article, actions.copyCode);
  for (const footnote of footnotesIn(article)) followFootnote(footnote, actions.showNote);
  followScrollers(article, stop);
  if (isFromStart) insertFromStart(element, article, stop);
  else element.replaceChildren(article);
  followPrinting(element, stop);
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  stop.addEventListener('abort', () => resolve());
  afterPaint(() => {
    void actions.quietly(() => showPictures(pictures, copy, stop)).finally(resolve);
    if (code.some(({ language }) => language !== ''))
      void actions.quietly(async () => (await import('./highlight-code.ts')).highlightCode(code));
  }, stop);
  return { headings, settled };
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
