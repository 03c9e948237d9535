/** Where the blog lives. Everything that the extension fetches starts with this. */
export const BLOG_ORIGIN = 'https://engineering.atspotify.com';

/** RSS 2.0 with the five newest posts; `/feed/` redirects here with 308 (seen 2026-09). */
export const FEED_URL = `${BLOG_ORIGIN}/feed`;

/** The newest 13 posts, with categories and pictures (seen 2026-09). */
export const HOME_URL = `${BLOG_ORIGIN}/`;

/** The year of the oldest posts. */
export const FIRST_YEAR = 2013;

/** As many entries as a page of the JSON can have (seen 2026-09). */
const ENTRIES = 100;

/** A page of the JSON that the blog's own search reads: the entries after the first `skip`, newest first (seen 2026-09). */
export function entriesUrl(skip: number): string {
  return `${BLOG_ORIGIN}/api/entries?content_type=blogPost&query=&limit=${ENTRIES}&skip=${skip}`;
}

/** The page that lists the posts of a year (seen 2026-09). */
export function yearUrl(year: number): string {
  return `${BLOG_ORIGIN}/${year}/`;
}
