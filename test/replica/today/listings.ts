import { toSlug } from '../addresses.ts';
import { postsWith } from '../find.ts';
import type { ReplicaPost } from '../types.ts';
import type { PageData } from './page.ts';
import { homeData, listingData, missingData } from './page-data.ts';

/** A path that may be a listing's, and what is asked of it. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The address under which a page shows itself: searches differ by their words, nothing else by its query. */
export function addressOf({ path, query }: Asked): string {
  return path === '/search' ? `${path}?${new URLSearchParams({ q: wordsOf(query) })}` : path;
}

/** The page of a listing; the one that says 404 where there is none. */
export function listingPage(asked: Asked, posts: readonly ReplicaPost[], size: number): PageData {
  if (asked.path === '/') return homeData(posts, size);
  const listed = listedOn(asked, posts);
  if (listed.length === 0 && asked.path !== '/search') return missingData();
  return listingData(headingOf(asked, listed), listed, size);
}

/** The posts of a listing, without the one at the top of the home page. */
export function listedOn({ path, query }: Asked, posts: readonly ReplicaPost[]): readonly ReplicaPost[] {
  if (path === '/') return posts.slice(1);
  if (path === '/search') return postsWith(wordsOf(query), posts);
  const year = yearOf(path);
  if (year) return posts.filter(({ date }) => date.startsWith(year));
  const { slug } = archiveOf(path);
  return posts.filter(({ categories }) => categories.some((name) => toSlug(name) === slug));
}

/** The year that a path lists. */
export function yearOf(path: string): string | undefined {
  return /^\/(\d{4})\/?$/.exec(path)?.[1];
}

function headingOf({ path, query }: Asked, [first]: readonly ReplicaPost[]): string {
  if (path === '/search') return `Search results for “${wordsOf(query)}”`;
  const { kind, slug } = archiveOf(path);
  const name = first?.categories.find((category) => toSlug(category) === slug);
  return yearOf(path) ?? `${kind === 'tag' ? 'Tag' : 'Category'} archive: ${name}`;
}

function archiveOf(path: string): { kind: string | undefined; slug: string | undefined } {
  const [, kind, slug] = /^\/(tag|category)\/([^/]+)$/.exec(path) ?? [];
  return { kind, slug };
}

function wordsOf(query: URLSearchParams): string {
  return (query.get('q') ?? '').trim();
}
