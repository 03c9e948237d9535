import { hash } from './chance.ts';
import type { ReplicaPost } from './types.ts';

export const BLOG_HOST = 'engineering.atspotify.com';
export const BLOG = `https://${BLOG_HOST}`;
export const IMAGE_HOSTS: readonly string[] = ['images.ctfassets.net', 'storage.googleapis.com'];

/** The address forms of a post: today's, and WordPress's with a padded month and a trailing slash. */
export function postPath(post: Pick<ReplicaPost, 'id'>): string {
  return `/${post.id}`;
}

export function wordpressAddress(post: Pick<ReplicaPost, 'id'>): string {
  const [year, month = '', slug] = post.id.split('/');
  return `${BLOG}/${year}/${month.padStart(2, '0')}/${slug}/`;
}

/** The id in a post's path, whichever form it has; undefined for a path that is no post's. */
export function postIdOf(path: string): string | undefined {
  const [, year, month, slug] = /^\/(\d{4})\/(\d{1,2})(?:\/\d{1,2})?\/([^/]*[^/\d][^/]*)\/?$/.exec(path) ?? [];
  return slug === undefined ? undefined : `${year}/${Number(month)}/${slug.toLowerCase()}`;
}

export function tagPath(category: string): string {
  return `/tag/${toSlug(category)}`;
}

/** Where today's site lists a category, as it does under its tag. */
export function categoryPath(category: string): string {
  return `/category/${toSlug(category)}`;
}

/** The real WordPress site misspelt one of its categories. */
export function wordpressCategorySlug(category: string): string {
  return category === 'Machine Learning' ? 'maching-learning' : toSlug(category);
}

/** The page of an author's posts, as WordPress links it. */
export function authorAddress(slug: string): string {
  return `${BLOG}/author/${slug}/`;
}

/** Where the CMS keeps a picture of a post. */
export function cmsPicture({ entryId }: Pick<ReplicaPost, 'entryId'>, file: string): string {
  const space = hash(entryId).toString(36).padStart(7, '0');
  const asset = hash(`${entryId}/${file}`).toString(16).padStart(8, '0');
  return `https://images.ctfassets.net/p762jor363g1/${space}${asset}/${asset.repeat(4)}/${file}`;
}

/** Where WordPress kept a picture of a post. */
export function wordpressPicture(post: ReplicaPost, file: string): string {
  const [year, month = ''] = post.entryId.split('/');
  return `https://storage.googleapis.com/production-eng/1/${year}/${month.padStart(2, '0')}/${file}`;
}

/** The address under which today's site shows a picture. */
export function nextImage(address: string, width: number): string {
  return `/_next/image?url=${encodeURIComponent(address)}&w=${width}&q=75`;
}

/** How the blog makes an address of a title or a category. */
export function toSlug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’'“”"]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
