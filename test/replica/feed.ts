import { BLOG, postPath, wordpressAddress, wordpressCategorySlug } from './addresses.ts';
import { answer, etagOf } from './answers.ts';
import type { Answer, ReplicaPost } from './types.ts';

const RSS = 'application/rss+xml; charset=utf-8';

/** Today's feed: the five newest posts, without categories and without their text. */
export function todayFeed(posts: readonly ReplicaPost[], changedAt: Date): string {
  const items = posts.slice(0, 5).map((post) => {
    const link = `${BLOG}${postPath(post)}`;
    return `    <item>
      <title>${cdata(post.title)}</title>
      <link>${link}</link>
      <guid isPermaLink="true">${link}</guid>
      <pubDate>${post.publishedAt.toUTCString()}</pubDate>
      <description>${cdata(post.excerpt)}</description>
    </item>`;
  });
  return rss('', 'Spotify Engineering', `${BLOG}/feed`, changedAt, items);
}

/** The feed of before 2025: ten posts, with categories and full text. */
export function wordpressFeed(
  posts: readonly ReplicaPost[],
  changedAt: Date,
  contentOf: (post: ReplicaPost) => string,
): string {
  const items = posts.slice(0, 10).map((post) => {
    const categories = post.categories.map((name) => `      <category>${cdata(name)}</category>`).join('\n');
    return `    <item>
      <title>${escapeXml(post.title.trim()).replaceAll('’', '&#8217;')}</title>
      <link>${wordpressAddress(post)}</link>
      <dc:creator>${cdata('Spotify Engineering')}</dc:creator>
      <pubDate>${post.publishedAt.toUTCString().replace('GMT', '+0000')}</pubDate>
${categories}
      <guid isPermaLink="false">${BLOG}/?p=${post.wordpressId}</guid>
      <description>${cdata(`<p>${escapeXml(post.excerpt)}</p>`)}</description>
      <content:encoded>${cdata(contentOf(post))}</content:encoded>
    </item>`;
  });
  const names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ';
  return rss(names, 'Spotify Engineering', `${BLOG}/feed/`, changedAt, items);
}

/** The address of a category's page, as WordPress links it. */
export function categoryAddress(category: string): string {
  return `${BLOG}/category/${wordpressCategorySlug(category)}/`;
}

/** A feed, with all that a reader needs to ask later whether it has changed. */
export function feedAnswer(body: string, changedAt: Date): Answer {
  return answer(RSS, body, 200, { etag: etagOf(body), 'last-modified': changedAt.toUTCString() });
}

function rss(namespaces: string, title: string, self: string, changedAt: Date, items: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${namespaces}xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${title}</title>
    <link>${BLOG}</link>
    <description>Spotify’s official technology blog</description>
    <language>en-US</language>
    <lastBuildDate>${changedAt.toUTCString()}</lastBuildDate>
    <atom:link href="${self}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
  </channel>
</rss>
`;
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Text for XML or HTML, in elements and in double-quoted attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
