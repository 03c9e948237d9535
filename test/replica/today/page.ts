import type { Block } from '../article.ts';

/** The name of the build in the addresses of `/_next/data`. */
export const BUILD_ID = 'replica';

export interface Link {
  text: string;
  href: string;
}

export interface CardData {
  href: string;
  title: string;
  date: string;
  excerpt: string;
  image: string;
  tags: Link[];
}

export interface CardBatch {
  cards: CardData[];
  /** Whether Load More has anything left to load. */
  more: boolean;
}

/** A picture's address in the CMS for each figure of an article. */
export type PageBlock = Exclude<Block, { kind: 'figure' }> | { kind: 'figure'; src: string; caption: string };

/** What the server hands to the page, also as JSON for a navigation without a page load. */
export type PageData =
  | ({ kind: 'home'; title: string; featured: CardData; categories: Link[] } & CardBatch)
  | ({ kind: 'listing'; title: string; heading: string } & CardBatch)
  | { kind: 'article'; title: string; post: CardData; hero: string; blocks: PageBlock[]; related: Link[] }
  | { kind: 'missing'; title: string };
