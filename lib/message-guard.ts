import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { BLOG_ORIGIN } from './blog/site.ts';
import { MARKS, type PostId, postIdOf } from './post.ts';

/** Who may have sent a message. */
type Sender = { readonly id?: string | undefined; readonly url?: string | undefined };

const MOST_POSTS = 1000;

const postId = v.custom<PostId>((id) => typeof id === 'string' && postIdOf(`/${id}`) === id);
const httpsUrl = v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://'));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

const post = v.object({
  id: postId,
  url: v.pipe(httpsUrl, v.startsWith(`${BLOG_ORIGIN}/`)),
  title: text(1000),
  date: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
  excerpt: text(5000),
  categories: v.pipe(v.array(text(100)), v.maxLength(50)),
  image: v.union([v.literal(''), httpsUrl]),
});

/** The shapes of what a page of the blog may send; whatever else comes with it is dropped. */
export const schemas = {
  post,
  posts: v.pipe(v.array(post), v.maxLength(MOST_POSTS)),
  markRequest: v.object({ id: postId, mark: v.picklist(MARKS) }),
};

/**
 * Lets only messages of this extension's own pages through.
 * @throws Error for any other sender.
 */
export function requireExtensionPage({ id, url }: Sender): void {
  if (id !== browser.runtime.id || !url?.startsWith(browser.runtime.getURL('/'))) throw refusal(url);
}

/**
 * Lets only messages of our content script on the blog through.
 * @throws Error for any other sender.
 */
export function requireBlogPage({ id, url }: Sender): void {
  if (id !== browser.runtime.id || URL.parse(url ?? '')?.origin !== BLOG_ORIGIN) throw refusal(url);
}

function refusal(url: string | undefined): Error {
  return new Error(`Refused: ${url ?? 'a sender without address'} may not ask this.`);
}
