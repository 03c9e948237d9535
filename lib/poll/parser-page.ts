import pLimit from 'p-limit';
import { browser } from 'wxt/browser';
import { BlogUnreadable, type Source } from '../errors.ts';
import { sendMessage } from '../messages.ts';
import type { Parsed } from '../parse/parsed.ts';
import { pause } from './pause.ts';

const PAGE = '/parser.html';
const TIMEOUT_MS = 60_000;

const inOrder = pLimit(1);

/**
 * The posts in the text of a source. They are read in a page of their own that nobody sees, open only as long as it is
 * needed: Chrome's service worker has no DOM, and the background starts faster without the parsers. One at a time.
 */
export function parseInPage(source: Source, text: string): Promise<Parsed> {
  const parse = () => Promise.race([sendMessage('parse', { source, text }), unreadableAfterTimeout(source)]);
  return inOrder(() => withPage(parse));
}

/** A page that does not answer must not hold up all checks to come. */
async function unreadableAfterTimeout(source: Source): Promise<never> {
  await pause(TIMEOUT_MS);
  throw new BlogUnreadable(source);
}

const withPage = import.meta.env.FIREFOX ? withFrame : withOffscreenPage;

async function withOffscreenPage<T>(work: () => Promise<T>): Promise<T> {
  // A worker that was stopped on the way may have left its page behind.
  const left = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (left.length > 0) await browser.offscreen.closeDocument();
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['DOM_PARSER'],
    justification: 'Reads the posts from what the blog has answered.',
  });
  try {
    return await work();
  } finally {
    await browser.offscreen.closeDocument();
  }
}

async function withFrame<T>(work: () => Promise<T>): Promise<T> {
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = browser.runtime.getURL(PAGE);
  // Nobody sees it: Firefox needs no layout of it, and does not warn that it made one too early.
  frame.hidden = true;
  document.body.append(frame);
  try {
    await loaded;
    return await work();
  } finally {
    frame.remove();
  }
}
