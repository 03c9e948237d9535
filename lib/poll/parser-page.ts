import pLimit from 'p-limit';
import { BlogUnreadable, type Resource, type Source } from '../errors.ts';
import { sendMessage } from '../messages.ts';
import type { Parsed } from '../parse/parsed.ts';
import type { PostPage } from '../parse/post-page.ts';
import { hiddenPage } from './hidden-page.ts';
import { pause } from './pause.ts';

const TIMEOUT_MS = 60_000;
/** So long the page stays open for whatever else is to be read: of posts that are waiting it is one a second. */
const KEPT_MS = 10_000;

const inOrder = pLimit(1);
let closing: ReturnType<typeof setTimeout> | undefined;

/** The posts in the text of a source. */
export function parseInPage(source: Source, text: string): Promise<Parsed> {
  return inPage(source, () => sendMessage('parse', { source, text }));
}

/** What the text of a post's own page tells, which may still be on its way while the page is opened that reads it. */
export function parsePostInPage(address: string, coming: Promise<string | undefined>): Promise<PostPage | undefined> {
  // It may fail before anybody waits for it.
  coming.catch(() => {});
  return withPage(async () => {
    const text = await coming;
    return text === undefined ? undefined : inTime('post', sendMessage('parsePost', { address, text }));
  });
}

/** The picture without anything that could do harm; undefined if nothing is left of it. */
export function sanitizeSvgInPage(svg: string): Promise<string | undefined> {
  return inPage('post', () => sendMessage('sanitizeSvg', svg));
}

function inPage<T>(resource: Resource, ask: () => Promise<T>): Promise<T> {
  return withPage(() => inTime(resource, ask()));
}

/**
 * What the blog answers is read in a page of its own that nobody sees: Chrome's service worker has no DOM, and the background
 * starts faster without the parsers. One at a time.
 */
function withPage<T>(work: () => Promise<T>): Promise<T> {
  return inOrder(async () => {
    clearTimeout(closing);
    try {
      await hiddenPage.open();
      return await work();
    } finally {
      closing = setTimeout(() => inOrder(hiddenPage.close).catch(console.warn), KEPT_MS);
    }
  });
}

/** A page that does not answer must not hold up all checks to come: whoever asks next is given another. */
async function inTime<T>(resource: Resource, answer: Promise<T>): Promise<T> {
  try {
    return await Promise.race([answer, unreadableAfterTimeout(resource)]);
  } catch (error) {
    await hiddenPage.close().catch(console.warn);
    throw error;
  }
}

async function unreadableAfterTimeout(resource: Resource): Promise<never> {
  await pause(TIMEOUT_MS);
  throw new BlogUnreadable(resource);
}
