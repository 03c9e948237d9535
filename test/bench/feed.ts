import type { Post } from '../../lib/post.ts';

const EXCERPT = 40;

/**
 * A feed that tells all that there is to know of these posts, so that no other source is asked, in few words: ten thousand
 * must not be more than the extension reads of a feed.
 */
export function feedOf(posts: readonly Post[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Spotify Engineering</title>
${posts.map(itemOf).join('\n')}
</channel></rss>
`;
}

function itemOf({ url, title, date, excerpt, categories, image }: Post): string {
  return `<item><title>${cdata(title)}</title><link>${url}</link><pubDate>${new Date(date).toUTCString()}</pubDate>
<description>${cdata(excerpt.slice(0, EXCERPT))}</description><category>${cdata(categories[0] ?? '')}</category>
<enclosure url="${image}" type="image/png" length="0"/></item>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text}]]>`;
}
