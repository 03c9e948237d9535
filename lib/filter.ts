import { categoryKey } from './blog/category.ts';
import type { Post, Reading } from './post.ts';

/** Which cards the reader wants to see. */
export interface Filter {
  /** Names of categories by their keys; a post of any of them is shown. None: every post is. */
  readonly categories: ReadonlyMap<string, string>;
  readonly unreadOnly: boolean;
}

export const NO_FILTER: Filter = { categories: new Map(), unreadOnly: false };

/** A category as the filter offers it. */
export interface CategoryCount {
  readonly key: string;
  readonly name: string;
  /** How many of the posts have it, whatever the filter. */
  readonly count: number;
}

export function isFiltering({ categories, unreadOnly }: Filter): boolean {
  return unreadOnly || categories.size > 0;
}

/** Whether the filter lets a post through; what is not known to be unread is not. */
export function isShown(filter: Filter, post: Post, reading: Reading | undefined): boolean {
  if (filter.unreadOnly && reading !== 'unread') return false;
  return filter.categories.size === 0 || post.categories.some((name) => filter.categories.has(categoryKey(name)));
}

export function toggleCategory(filter: Filter, name: string): Filter {
  const categories = new Map(filter.categories);
  const key = categoryKey(name);
  if (!categories.delete(key)) categories.set(key, name);
  return { ...filter, categories };
}

/** The categories of the posts, in alphabetical order; a chosen one that no post has is kept, to be unchosen. */
export function countCategories(posts: readonly Post[], chosen: Filter['categories']): CategoryCount[] {
  const counts = new Map<string, CategoryCount>([...chosen].map(([key, name]) => [key, { key, name, count: 0 }]));
  for (const { categories } of posts) {
    for (const [key, name] of new Map(categories.map((name) => [categoryKey(name), name]))) {
      counts.set(key, { key, name, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => a.key.localeCompare(b.key));
}
