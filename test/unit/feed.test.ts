import { describe, expect, it } from 'vitest';
import { BlogUnreadable } from '../../lib/errors.ts';
import { parseFeed } from '../../lib/parse/feed.ts';

const ITEM = `<item>
  <title>Tools &amp; Rules: Spotify’s “Way”&#8230; </title>
  <link>https://engineering.atspotify.com/2025/09/tools-rules/?utm_source=rss</link>
  <pubDate>Tue, 23 Sep 2025 10:00:00 GMT</pubDate>
  <category><![CDATA[Data Science]]></category>
  <description><![CDATA[<p>What <em>we</em> learnt &amp; why [&#8230;]</p>]]></description>
</item>`;

const feed = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title>${items}</channel></rss>`;

describe('the feed', () => {
  it('gives posts in plain text, with their one identity', () => {
    expect(parseFeed(feed(ITEM))).toEqual([
      {
        id: '2025/9/tools-rules',
        url: 'https://engineering.atspotify.com/2025/09/tools-rules/',
        title: 'Tools & Rules: Spotify’s “Way”…',
        date: '2025-09-23',
        excerpt: 'What we learnt & why…',
        categories: ['Data Science'],
        image: '',
      },
    ]);
  });

  it.each([
    ['Using &lt;template&gt; &amp; &lt;slot&gt;', 'Using <template> & <slot>'],
    ['When a &lt; b and c &gt; d', 'When a < b and c > d'],
    ['<![CDATA[List<T> & Q&#038;A]]>', 'List<T> & Q&A'],
  ])('has the title %s as it is meant', (written, title) => {
    expect(parseFeed(feed(ITEM.replace(/(?<=<title>).*(?=<\/title>)/, written)))[0]?.title).toBe(title);
  });

  it('leaves out what is no post', () => {
    const others = [
      '<item><title>No link</title></item>',
      '<item><title>A page</title><link>https://engineering.atspotify.com/about</link></item>',
      '<item><title>Elsewhere</title><link>https://example.com/2025/09/tools-rules/</link></item>',
      '<item><link>https://engineering.atspotify.com/2025/09/no-title/</link></item>',
    ];
    expect(parseFeed(feed(others.join('') + ITEM)).map(({ id }) => id)).toEqual(['2025/9/tools-rules']);
  });

  it.each([
    ['nothing', ''],
    ['HTML in its place', '<!doctype html><html><body><h1>Sorry</h1></body></html>'],
    ['a feed without posts', feed('')],
    ['a feed that was cut off', feed(ITEM).slice(0, -40)],
    ['a feed that is not well-formed', feed('<item><title>A</item></title>')],
    ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title></entry></feed>'],
  ])('refuses %s', (_, text) => expect(() => parseFeed(text)).toThrow(BlogUnreadable));
});
