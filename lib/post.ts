/** The identity of a post: `YYYY/M/slug`, month unpadded, slug lower case, whatever its address looked like. */
export type PostId = `${number}/${number}/${string}`;

/** No text of a post is longer, in characters. */
export const LONGEST_TEXT = 1000;

/** What the blog says of a post. A text is empty, a list too, where the source does not tell. */
export interface Post {
  readonly id: PostId;
  /** Absolute https address on the blog, without query and fragment. */
  readonly url: string;
  readonly title: string;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date: string;
  /** Plain text; a shortened one ends in `…`. */
  readonly excerpt: string;
  readonly categories: readonly string[];
  /** Absolute https address of the feature picture. */
  readonly image: string;
}

/** Archived posts are the back catalogue: neither unread nor read, never in the badge. */
export type Reading = 'unread' | 'read' | 'archived';

/** What the reader can say of a post by hand. */
export const MARKS = ['unread', 'read', 'archived', 'saved', 'unsaved'] as const;
export type Mark = (typeof MARKS)[number];

/** Whether a mark says that a post is saved, or no longer; the others are about having read it. */
export function isOfBookmark(mark: Mark): mark is 'saved' | 'unsaved' {
  return mark === 'saved' || mark === 'unsaved';
}

/** What the reader has made of a post. */
export interface PostState {
  readonly reading: Reading;
  readonly bookmarked: boolean;
  /** How far the reader has come in it, from 0 to 1; undefined before its beginning and after its end. */
  readonly place?: number | undefined;
}

/** Who has seen so much of a post, from 0 to 1, has read it: what follows are thanks and links. */
export const FINISHED = 0.85;

/** What the reader has done to posts: the name under which it can be undone, and to how many. */
export interface Done {
  readonly step: string;
  readonly mark: Mark;
  readonly count: number;
}

const HOSTS = new Set(['engineering.atspotify.com', 'labs.spotify.com']);
const PATH = /^\/(20\d\d)\/(0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|[12]\d|3[01]))?\/([^/]+)\/?$/;
/** Needs no parsing: nearly all links of a page are such. */
const PLAIN_PATH = /^(?:\/[\w-]+)+\/?$/;
const NOT_A_SLUG = /^(\d{1,2}|feed|page|amp)$/;

/**
 * The id of the post that an address leads to, in any form the blog has used since 2013; undefined if it is no post's.
 * A relative address is taken as one on the blog.
 */
export function postIdOf(address: string): PostId | undefined {
  const path = PLAIN_PATH.test(address) ? address : pathOnBlog(address);
  const [, year, month, slug] = PATH.exec(path.toLowerCase()) ?? [];
  if (!year || !month || !slug || NOT_A_SLUG.test(slug)) return undefined;
  return `${Number(year)}/${Number(month)}/${slug}`;
}

function pathOnBlog(address: string): string {
  const url = URL.parse(address, 'https://engineering.atspotify.com/');
  return url && HOSTS.has(url.host) && /^https?:$/.test(url.protocol) ? url.pathname : '';
}

/** The title, or as long as nobody has told it, what the address says: `a-post-of-ours` is “A post of ours”. */
export function titleOf({ id, title }: Pick<Post, 'id' | 'title'>): string {
  if (title) return title;
  const words = id.slice(id.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first day of the month that a post's id tells, `YYYY-MM-DD`. */
export function monthOf(id: PostId): string {
  const [year = '', month = ''] = id.split('/');
  return `${year}-${month.padStart(2, '0')}-01`;
}

/** The post with a date: as long as no source gives one, the month of its address stands in. */
export function datedPost(post: Post): Post {
  return post.date ? post : { ...post, date: monthOf(post.id) };
}
