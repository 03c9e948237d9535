import { categoryPath, cmsPicture, nextImage, postPath, tagPath } from '../addresses.ts';
import { articleOf, type Block, relatedTo } from '../article.ts';
import type { ReplicaPost } from '../types.ts';
import type { CardBatch, CardData, Link, PageBlock, PageData } from './page.ts';

const LOAD_MORE = 12;
const SITE = 'Spotify Engineering';

/** As today's site shows dates: "Sep 23, 2025". */
const DATES = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** The home page: the newest post large, as many more as cards as the size says. */
export function homeData(posts: readonly ReplicaPost[], size: number): PageData {
  const [newest, ...older] = posts;
  if (!newest) return missingData();
  const names = [...new Set(posts.flatMap(({ categories }) => categories))].sort();
  const categories = names.map((name) => ({ text: name, href: categoryPath(name) }));
  const title = `Spotify’s official technology blog | ${SITE}`;
  return { kind: 'home', title, featured: cardOf(newest), categories, ...batch(older, 0, size) };
}

/** Any other listing. */
export function listingData(heading: string, posts: readonly ReplicaPost[], size: number): PageData {
  return { kind: 'listing', title: `${heading} | ${SITE}`, heading, ...batch(posts, 0, size) };
}

/** The cards after as many as there are already: so many as Load More adds, unless given. */
export function batch(posts: readonly ReplicaPost[], shown: number, size = LOAD_MORE): CardBatch {
  const end = shown + size;
  return { cards: posts.slice(shown, end).map(cardOf), more: posts.length > end };
}

/** A post's own page. */
export function articleData(post: ReplicaPost, posts: readonly ReplicaPost[]): PageData {
  return {
    kind: 'article',
    title: `${post.title.trim()} | ${SITE}`,
    post: cardOf(post),
    hero: nextImage(cmsPicture(post, post.image), 1920),
    blocks: articleOf(post, posts).map((block) => pageBlock(post, block)),
    related: relatedTo(post, posts).map((other) => ({ text: other.title, href: postPath(other) })),
  };
}

/** The page for whatever is not there. */
export function missingData(): PageData {
  return { kind: 'missing', title: `404: This page could not be found | ${SITE}` };
}

function pageBlock(post: ReplicaPost, block: Block): PageBlock {
  if (block.kind !== 'figure') return block;
  const picture = cmsPicture(post, block.file);
  // The CMS hands out its addresses without a protocol, and not every template adds one.
  const address = block.file.includes('2') ? picture.replace('https:', '') : picture;
  return { kind: 'figure', src: nextImage(address, 1920), caption: block.caption };
}

function cardOf(post: ReplicaPost): CardData {
  return {
    href: postPath(post),
    title: post.title,
    date: DATES.format(new Date(post.date)),
    excerpt: post.excerpt,
    image: nextImage(cmsPicture(post, post.image), 640),
    tags: post.categories.map(tagLink),
  };
}

function tagLink(name: string): Link {
  return { text: name, href: tagPath(name) };
}
