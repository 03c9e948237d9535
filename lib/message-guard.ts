import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { BLOG_ORIGIN } from './blog/site.ts';
import { LONGEST_TEXT, MARKS, type PostId, postIdOf } from './post.ts';

/** Who may have sent a message. */
type Sender = { readonly id?: string | undefined; readonly url?: string | undefined };

/** No page shows more posts. */
const MOST_POSTS = 20_000;
const LONGEST_NAME = 200;
const MOST_WORDS = 200_000;

const postId = v.custom<PostId>(
  (id) => typeof id === 'string' && id.length <= LONGEST_TEXT && postIdOf(`/${id}`) === id,
);
const httpsUrl = v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://'));
const blogUrl = v.pipe(httpsUrl, v.startsWith(`${BLOG_ORIGIN}/`));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const words = v.pipe(v.number(), v.integer(), v.minValue(0), v.toMaxValue(MOST_WORDS));
const names = v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_NAME))), v.maxLength(100));

const post = v.object({
  id: postId,
  url: blogUrl,
  title: text,
  date: v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
  excerpt: text,
  categories: v.pipe(v.array(text), v.maxLength(50)),
  image: v.union([v.literal(''), httpsUrl]),
});
/** Those of a list that make sense: one odd card does not cost the others. */
function eachOf<S extends v.GenericSchema>(schema: S, most: number) {
  return v.pipe(
    v.array(v.unknown()),
    v.maxLength(most),
    v.transform((items) => items.flatMap((item) => (v.is(schema, item) ? [v.parse(schema, item)] : []))),
  );
}

const postIds = eachOf(postId, MOST_POSTS);
const filter = v.object({
  included: names,
  excluded: names,
  match: v.picklist(['any', 'all']),
  unreadOnly: v.boolean(),
  savedOnly: v.boolean(),
  words: v.pipe(
    v.string(),
    v.transform((words) => words.slice(0, LONGEST_NAME)),
  ),
  sort: v.picklist(['newest', 'oldest']),
});
const textLink = v.object({ id: postId, url: blogUrl, words: text, before: text, after: text });

/** What a page of the blog may send, by the name of the message; whatever else comes with it is left out. */
export const FROM_BLOG_PAGES = {
  filterChosen: filter,
  postsShown: postIds,
  postsSeen: eachOf(post, MOST_POSTS),
  postOpened: post,
  postRead: v.object({ id: postId, progress: fraction, isFinished: v.boolean() }),
  markPosts: v.object({ ids: postIds, mark: v.picklist(MARKS) }),
  markOlder: postId,
  undo: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
  countMatches: v.object({ filter, ids: postIds }),
  showLibrary: filter,
  surroundings: v.object({ post, links: eachOf(textLink, 100), words }),
} as const;

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
