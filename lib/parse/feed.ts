import { decodeHTML } from 'entities';
import { originalImage } from '../blog/image.ts';
import { BlogUnreadable } from '../errors.ts';
import { LONGEST_TEXT, type Post, type PostId, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { cleanCategories } from './categories.ts';
import { dayOfTimestamp } from './feed-date.ts';
import { type FeedItem, feedItemsOf, type Told } from './feed-items.ts';
import { cleanExcerpt, cleanText } from './text.ts';

const LONGEST_FEED = 5 * 1024 * 1024;

/**
 * The posts of the blog's feed (RSS, Atom, RDF or JSON Feed), each once, in its order; items that are no posts are left out.
 * @throws BlogUnreadable if the text is no whole feed, is longer than any feed of the blog can be, or holds no post.
 */
export function parseFeed(text: string): Post[] {
  const posts = new Map<PostId, Post>();
  for (const post of postsIn(text)) {
    if (!posts.has(post.id)) posts.set(post.id, post);
  }
  if (posts.size === 0) throw new BlogUnreadable('feed');
  return [...posts.values()];
}

function postsIn(text: string): Post[] {
  if (text.length > LONGEST_FEED) throw new BlogUnreadable('feed');
  try {
    return feedItemsOf(text).flatMap(postOf);
  } catch (cause) {
    throw new BlogUnreadable('feed', { cause });
  }
}

function postOf(item: FeedItem): Post[] {
  const address = sensible(item.addresses).find(postIdOf) ?? '';
  const id = postIdOf(address);
  const title = cleanText(decodeHTML(item.title ?? ''));
  if (!id || !title) return [];
  return [
    {
      id,
      url: postUrlOf(address),
      title,
      date: firstOf(item.dates, dayOfTimestamp),
      excerpt: cleanExcerpt(item.excerpt),
      categories: cleanCategories(sensible(item.categories)),
      image: firstOf(item.pictures, originalImage),
    },
  ];
}

function firstOf(told: readonly Told[], read: (text: string) => string): string {
  for (const text of sensible(told)) {
    const found = read(text);
    if (found) return found;
  }
  return '';
}

/** No address, date or name is longer than the longest text. */
function sensible(told: readonly Told[]): string[] {
  return told.filter((text): text is string => text !== undefined && text.length <= LONGEST_TEXT);
}
