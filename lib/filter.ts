import { categoryKey } from './blog/category.ts';
import type { Post, PostState } from './post.ts';

/** Which posts the reader wants to see, and in which order. */
export interface Filter {
  /** Names of categories that a post has to have: any of them, or all. None: every post is shown. */
  readonly included: readonly string[];
  /** Names of categories that a post must not have. */
  readonly excluded: readonly string[];
  readonly match: 'any' | 'all';
  readonly unreadOnly: boolean;
  readonly savedOnly: boolean;
  /** Words that all have to stand in the title or the excerpt. */
  readonly words: string;
  readonly sort: 'newest' | 'oldest';
}

export const NO_FILTER: Filter = {
  included: [],
  excluded: [],
  match: 'any',
  unreadOnly: false,
  savedOnly: false,
  words: '',
  sort: 'newest',
};

/** What the filter does with the posts of a category. */
type Choice = 'any' | 'included' | 'excluded';

/** A category as the filter offers it. */
export interface CategoryCount {
  readonly key: string;
  readonly name: string;
  /** How many of the posts have it, whatever the filter. */
  readonly count: number;
  readonly choice: Choice;
}

/** Whether the filter holds any post back. */
export function isFiltering({ included, excluded, unreadOnly, savedOnly, words }: Filter): boolean {
  return unreadOnly || savedOnly || included.length > 0 || excluded.length > 0 || words.trim() !== '';
}

/** What a filter looks at of a post. */
type Filtered = Pick<Post, 'title' | 'excerpt' | 'categories'>;

/** Answers whether the filter lets a post through; of one that the library lacks nothing is known. */
export function createMatcher(filter: Filter): (post: Filtered, state: PostState | undefined) => boolean {
  const included = filter.included.map(categoryKey);
  const excluded = filter.excluded.map(categoryKey);
  const words = folded(filter.words).split(/\s+/).filter(Boolean);
  const hasCategories = ({ categories }: Filtered) => {
    const keys = new Set(categories.map(categoryKey));
    if (excluded.some(isIn(keys))) return false;
    return included.length === 0 || (filter.match === 'all' ? included.every(isIn(keys)) : included.some(isIn(keys)));
  };
  const hasWords = ({ excerpt, title }: Filtered) => {
    const text = folded(`${title}\n${excerpt}`);
    return words.every((word) => text.includes(word));
  };
  return (post, state) => {
    if (filter.unreadOnly && state?.reading !== 'unread') return false;
    if (filter.savedOnly && !state?.bookmarked) return false;
    if (included.length + excluded.length > 0 && !hasCategories(post)) return false;
    return words.length === 0 || hasWords(post);
  };
}

/** The filter after a press of a category: first it is wanted, then not wanted, then neither. */
export function pressCategory(filter: Filter, name: string): Filter {
  const included = without(filter.included, name);
  const excluded = without(filter.excluded, name);
  switch (choiceOf(filter, categoryKey(name))) {
    case 'any':
      return { ...filter, included: [...included, name] };
    case 'included':
      return { ...filter, included, excluded: [...excluded, name] };
    case 'excluded':
      return { ...filter, excluded };
  }
}

/** The categories of the posts, in alphabetical order; a chosen one that no post has is kept, to be let go of. */
export function countCategories(posts: ReadonlyArray<Pick<Post, 'categories'>>, filter: Filter): CategoryCount[] {
  const names = new Map([...filter.included, ...filter.excluded].map((name) => [categoryKey(name), name]));
  const counts = new Map<string, number>();
  for (const { categories } of posts) {
    for (const [key, name] of new Map(categories.map((name) => [categoryKey(name), name]))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (!names.has(key)) names.set(key, name);
    }
  }
  return [...names]
    .map(([key, name]) => ({ key, name, count: counts.get(key) ?? 0, choice: choiceOf(filter, key) }))
    .sort((a, b) => a.key.localeCompare(b.key));
}

function choiceOf({ included, excluded }: Filter, key: string): Choice {
  const has = (names: readonly string[]) => names.some((name) => categoryKey(name) === key);
  if (has(included)) return 'included';
  return has(excluded) ? 'excluded' : 'any';
}

function without(names: readonly string[], name: string): string[] {
  return names.filter((other) => categoryKey(other) !== categoryKey(name));
}

function isIn(keys: ReadonlySet<string>): (key: string) => boolean {
  return (key) => keys.has(key);
}

/** Without capitals and diacritics: who types `malmo` means `Malmö` too. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
