import { cmsPicture, nextImage, postPath, tagPath } from '../addresses.ts';
import { articleOf, type Block, relatedTo } from '../article.ts';
import type { ReplicaPost } from '../types.ts';
import type { CardBatch, CardData, Link, PageBlock, PageData } from './page.ts';

const PAGE_SIZE = 12;
const SITE = 'Spotify Engineering';

/** The home page: the newest post large, twelve more as cards. */
export function homeData(posts: readonly ReplicaPost[]): PageData {
  const [newest, ...older] = posts;
  if (!newest) return missingData();
  const names = [...new Set(posts.flatMap(({ categories }) => categories))].sort();
  const title = `Spotify’s official technology blog | ${SITE}`;
  return { kind: 'home', title, featured: cardOf(newest), tags: names.map(tagLink), ...batch(older, 0) };
}

/** A tag's or a year's page. */
export function listingData(heading: string, posts: readonly ReplicaPost[]): PageData {
  if (posts.length === 0) return missingData();
  return { kind: 'listing', title: `${heading} | ${SITE}`, heading, ...batch(posts, 0) };
}

/** What Load More adds after as many cards as there are already. */
export function batch(posts: readonly ReplicaPost[], shown: number): CardBatch {
  const end = shown + PAGE_SIZE;
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

function missingData(): PageData {
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
    date: shownDate(post.date),
    excerpt: post.excerpt,
    image: nextImage(cmsPicture(post, post.image), 640),
    tags: post.categories.map(tagLink),
  };
}

function tagLink(name: string): Link {
  return { text: name, href: tagPath(name) };
}

/** As today's site shows dates: "Sep 23, 2025". */
function shownDate(date: string): string {
  const options = { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(date).toLocaleDateString('en-US', options);
}
