import { decodeHTML } from 'entities';
import { parseRssFeed, type RssFeed } from 'feedsmith';
import { BlogUnreadable } from '../errors.ts';
import { type Post, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { dayOfTimestamp } from './date.ts';
import { cleanExcerpt, cleanText } from './text.ts';

type RssItem = RssFeed.Item<string>;

/**
 * The posts of the blog's RSS feed, in its order; items that are no posts are left out.
 * @throws BlogUnreadable if the text is no whole RSS feed, or holds no post.
 */
export function parseFeed(xml: string): Post[] {
  const posts = itemsOf(xml).flatMap(postOf);
  if (posts.length === 0) throw new BlogUnreadable('feed');
  return posts;
}

function itemsOf(xml: string): RssItem[] {
  // feedsmith reads what there is of a feed that was cut off; the posts that are missing would go unnoticed.
  if (!/<\/rss>\s*$/.test(xml)) throw new BlogUnreadable('feed');
  try {
    return parseRssFeed(xml).items ?? [];
  } catch (cause) {
    throw new BlogUnreadable('feed', { cause });
  }
}

function postOf(item: RssItem): Post[] {
  const id = postIdOf(item.link ?? '');
  const title = cleanText(decodeHTML(item.title ?? ''));
  if (!id || !title) return [];
  return [
    {
      id,
      url: postUrlOf(item.link ?? ''),
      title,
      date: dayOfTimestamp(item.pubDate),
      excerpt: cleanExcerpt(plainText(item.description)),
      categories: categoriesOf(item),
      image: '',
    },
  ];
}

function categoriesOf({ categories = [] }: RssItem): string[] {
  return categories.map((category) => plainText(category.name)).filter(Boolean);
}

function plainText(html: string | undefined): string {
  return cleanText(decodeHTML((html ?? '').replace(/<[^>]*>/g, ' ')));
}
