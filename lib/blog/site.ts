/** Where the blog lives. Everything that the extension fetches starts with this. */
export const BLOG_ORIGIN = 'https://engineering.atspotify.com';

/** RSS 2.0 with the five newest posts; `/feed/` redirects here with 308 (seen 2026-09). */
export const FEED_URL = `${BLOG_ORIGIN}/feed`;

/** The newest 13 posts, with categories and pictures (seen 2026-09). */
export const HOME_URL = `${BLOG_ORIGIN}/`;
