import { browser } from 'wxt/browser';
import { BlogUnreadable } from '../errors.ts';
import { sendMessage } from '../messages.ts';
import { parsePosts } from '../parse/listing.ts';
import type { Post } from '../post.ts';

/**
 * The posts on the blog's home page.
 * @throws BlogUnreadable if there is none.
 */
export async function parseHome(html: string): Promise<Post[]> {
  const posts = typeof DOMParser === 'undefined' ? await parseOffscreen(html) : parsePosts(html);
  if (posts.length === 0) throw new BlogUnreadable('home');
  return posts;
}

/** Chrome's service worker has no DOM: a page that nobody sees, open only as long as it is needed, has one. */
async function parseOffscreen(html: string): Promise<Post[]> {
  // A worker that was stopped on the way may have left its page behind.
  const left = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (left.length > 0) await browser.offscreen.closeDocument();
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['DOM_PARSER'],
    justification: "Reads the posts from the blog's home page.",
  });
  try {
    return await sendMessage('parsePosts', html);
  } finally {
    await browser.offscreen.closeDocument();
  }
}
