import pLimit from 'p-limit';
import { browser } from 'wxt/browser';
import { BlogUnreadable, type Resource, type Source } from '../errors.ts';
import { sendMessage } from '../messages.ts';
import type { Parsed } from '../parse/parsed.ts';
import type { PostPage } from '../parse/post-page.ts';
import { pause } from './pause.ts';

const PAGE = '/parser.html';
const TIMEOUT_MS = 60_000;

const inOrder = pLimit(1);

/** The posts in the text of a source. */
export function parseInPage(source: Source, text: string): Promise<Parsed> {
  return inPage(source, () => sendMessage('parse', { source, text }));
}

/** What the text of a post's own page tells, which may still be on its way while the page is opened that reads it. */
export function parsePostInPage(address: string, coming: Promise<string | undefined>): Promise<PostPage | undefined> {
  // It may fail before anybody waits for it.
  coming.catch(() => {});
  return withPageInOrder(async () => {
    const text = await coming;
    return text === undefined ? undefined : inTime('post', sendMessage('parsePost', { address, text }));
  });
}

/** The picture without anything that could do harm; undefined if nothing is left of it. */
export function sanitizeSvgInPage(svg: string): Promise<string | undefined> {
  return inPage('post', () => sendMessage('sanitizeSvg', svg));
}

/**
 * What the blog answers is read in a page of its own that nobody sees, open only as long as it is needed: Chrome's service
 * worker has no DOM, and the background starts faster without the parsers. One at a time.
 */
function inPage<T>(resource: Resource, ask: () => Promise<T>): Promise<T> {
  return withPageInOrder(() => inTime(resource, ask()));
}

/** Nobody but the next waits until the page is closed again. */
function withPageInOrder<T>(work: () => Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  inOrder(() => withPage(() => work().then(resolve, reject))).catch((error: unknown) => {
    // Whoever has the answer does not hear of it.
    console.warn(error);
    reject(error);
  });
  return promise;
}

/** A page that does not answer must not hold up all checks to come. */
function inTime<T>(resource: Resource, answer: Promise<T>): Promise<T> {
  return Promise.race([answer, unreadableAfterTimeout(resource)]);
}

async function unreadableAfterTimeout(resource: Resource): Promise<never> {
  await pause(TIMEOUT_MS);
  throw new BlogUnreadable(resource);
}

const withPage = import.meta.env.FIREFOX ? withFrame : withOffscreenPage;

async function withOffscreenPage(work: () => Promise<void>): Promise<void> {
  // A worker that was stopped on the way may have left its page behind.
  const left = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (left.length > 0) await browser.offscreen.closeDocument();
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['DOM_PARSER'],
    justification: 'Reads the posts from what the blog has answered.',
  });
  try {
    await work();
  } finally {
    await browser.offscreen.closeDocument();
  }
}

async function withFrame(work: () => Promise<void>): Promise<void> {
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = browser.runtime.getURL(PAGE);
  // Nobody sees it: Firefox needs no layout of it, and does not warn that it made one too early.
  frame.hidden = true;
  document.body.append(frame);
  try {
    await loaded;
    await work();
  } finally {
    frame.remove();
  }
}
