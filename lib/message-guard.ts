import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { BLOG_ORIGIN } from './blog/site.ts';
import { LONGEST_TEXT, MARKS, type Post, type PostId, postIdOf } from './post.ts';

/** Who may have sent a message. */
type Sender = { readonly id?: string | undefined; readonly url?: string | undefined };

const MOST_POSTS = 1000;

const postId = v.custom<PostId>((id) => typeof id === 'string' && postIdOf(`/${id}`) === id);
const httpsUrl = v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://'));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));

const postSchema = v.object({
  id: postId,
  url: v.pipe(httpsUrl, v.startsWith(`${BLOG_ORIGIN}/`)),
  title: text,
  date: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
  excerpt: text,
  categories: v.pipe(v.array(text), v.maxLength(50)),
  image: v.union([v.literal(''), httpsUrl]),
});

const markRequest = v.object({ id: postId, mark: v.picklist(MARKS) });

/**
 * A post as a page of the blog may tell it, without whatever else came with it.
 * @throws ValiError if it is no post.
 */
export function toPost(data: unknown): Post {
  return v.parse(postSchema, data);
}

/**
 * Posts as a page of the blog may tell them; what is no post is left out, so that one odd card does not cost the others.
 * @throws Error if it is no list, or one without end.
 */
export function toPosts(data: unknown): Post[] {
  if (!Array.isArray(data) || data.length > MOST_POSTS) throw new Error('Refused: no list of posts.');
  return data.filter((item) => v.is(postSchema, item)).map(toPost);
}

/**
 * What a reader may ask for a post on a page of the blog.
 * @throws ValiError for anything else.
 */
export function toMarkRequest(data: unknown): v.InferOutput<typeof markRequest> {
  return v.parse(markRequest, data);
}

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
