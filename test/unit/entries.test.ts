// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { BlogUnreadable } from '../../lib/errors.ts';
import { parseEntries } from '../../lib/parse/entries.ts';
import type { Post } from '../../lib/post.ts';
import { leastCpuTime } from './cpu-time.ts';

const BLOG = 'https://engineering.atspotify.com';
const PICTURE = 'https://images.ctfassets.net/p762jor363g1/a/b.png';
const SYS = { id: '4kq', type: 'Entry', createdAt: '2024-05-10T10:00:00Z', updatedAt: '2024-05-10T10:00:00Z' };

const answer = (items: unknown, total: unknown = 1) => JSON.stringify({ total, skip: 0, limit: 100, items });
const withFields = (fields: object) => answer([{ sys: SYS, fields: { title: 'A title', ...fields } }]);

/** Where a post is, as these fields tell it; empty if they do not. */
const ADDRESSES: ReadonlyArray<readonly [what: string, fields: object, path: string]> = [
  ['nothing but the title', {}, ''],
  ['an address', { url: `${BLOG}/2024/5/slug` }, '/2024/5/slug'],
  ['an address of before', { link: 'http://labs.spotify.com/2013/06/04/slug/?a=b' }, '/2013/06/04/slug/'],
  ['a path', { path: ' /2024/5/slug ' }, '/2024/5/slug'],
  ['a path without slash', { slug: '2024/05/slug' }, '/2024/05/slug'],
  ['an address in a field of any name', { whatever: `${BLOG}/2024/5/slug` }, '/2024/5/slug'],
  ['its own address after any other', { seenAt: '/2020/1/other', canonical_url: '/2024/5/slug' }, '/2024/5/slug'],
  ['slug and day', { slug: 'slug', date: '2024-05-10' }, '/2024/5/slug'],
  ['slug and time', { slug: 'Slug-1', publishedAt: '2024-12-31T23:30:00.000Z' }, '/2024/12/Slug-1'],
  ['slug and date in words', { urlSlug: '/slug/', publish_date: 'Sep 23, 2025' }, '/2025/9/slug'],
  ['slug and time of no zone', { handle: 'slug', 'post-date': '2024-05-31 23:30' }, '/2024/5/slug'],
  ['slug and time of another zone', { url: 'slug', publicationDate: '2024-05-10T00:30+02:00' }, '/2024/5/slug'],
  ['slug and the first day of a month in another zone', { slug: 'slug', date: '2024-05-01T00:30+02:00' }, ''],
  [
    'slug, and the day of publication after another',
    { slug: 'slug', date: '2020-01-01', publishDate: '2024-05-10' },
    '/2024/5/slug',
  ],
  [
    'slug, and an address elsewhere',
    { url: 'https://example.com/2024/5/x', slug: 'slug', date: '2024-05-10' },
    '/2024/5/slug',
  ],
  ['a slug, but no date', { slug: 'slug' }, ''],
  ['a slug, and when it was changed', { slug: 'slug', createdAt: '2024-05-10', updatedAt: '2024-05-10' }, ''],
  ['a slug, and no readable date', { slug: 'slug', date: 'soon', publishedAt: 1715335200000 }, ''],
  ['a date, but no slug', { date: '2024-05-10' }, ''],
  ['a date, and the slug of the author', { authorSlug: 'someone', date: '2024-05-10' }, ''],
  ['a slug that is none', { slug: 'two words', url: 'a/b', path: '?', date: '2024-05-10' }, ''],
  ['a slug that is a number', { slug: 12, date: '2024-05-10' }, ''],
  ['a slug that is the archive of a day', { slug: '10', date: '2024-05-10' }, ''],
  ['the address of another post', { relatedPost: '/2024/5/other', nextUrl: '/2024/6/other' }, ''],
  ['an address in a sentence', { excerpt: '/2024/5/other is worth reading' }, ''],
  ['an address elsewhere', { url: 'https://example.com/2024/5/slug' }, ''],
  ['an endless address', { url: `/2024/5/${'a'.repeat(2000)}` }, ''],
];

/** What these fields tell of a post whose address is known. */
const PARTS: ReadonlyArray<readonly [what: string, fields: object, parts: Partial<Post>]> = [
  ['a title with white space', { title: ' A \n title ' }, { title: 'A title' }],
  ['a date', { date: '2024-05-09T23:00:00-04:00' }, { date: '2024-05-10' }],
  ['no date but of the entry', { createdAt: '2024-05-10', eventDate: '2024-05-10' }, { date: '' }],
  ['a date that is an object', { date: { iso: '2024-05-10' } }, { date: '' }],
  ['an excerpt', { excerpt: 'Some  words [...]', description: 'Others' }, { excerpt: 'Some words…' }],
  ['an excerpt in HTML', { summary: '<p>Tom &amp; <b>J</b>erry</p>' }, { excerpt: 'Tom & Jerry' }],
  ['a description for search engines', { seoDescription: 'Some words' }, { excerpt: 'Some words' }],
  ['an excerpt that is rich text', { excerpt: { nodeType: 'document', content: [] } }, { excerpt: '' }],
  ['names', { categories: ['Data Science', ' Web ', 'web', '', 7, null] }, { categories: ['Data Science', 'Web'] }],
  ['entries with name', { categories: [{ sys: {}, fields: { name: 'Web', slug: 'web' } }] }, { categories: ['Web'] }],
  ['entries with title', { blogCategories: [{ fields: { title: 'Web' } }] }, { categories: ['Web'] }],
  ['objects with name', { category: { name: 'Web' } }, { categories: ['Web'] }],
  ['objects with title', { categories: [{ title: 'Web' }, { slug: 'data' }] }, { categories: ['Web'] }],
  ['a sentence of names', { tags: 'Web, Data Science' }, { categories: ['Web', 'Data Science'] }],
  ['tags and categories', { tags: ['a', 'b'], categories: ['Web'] }, { categories: ['Web'] }],
  ['tags in place of categories', { tags: ['Web'], categories: [] }, { categories: ['Web'] }],
  ['links that lead to nothing', { categories: [{ sys: { type: 'Link', id: '1' } }] }, { categories: [] }],
  [
    'a hundred tags',
    { tags: Array.from({ length: 100 }, (_, n) => `${n}`) },
    { categories: Array.from({ length: 20 }, (_, n) => `${n}`) },
  ],
  ['the address of a picture', { image: PICTURE }, { image: PICTURE }],
  ['a protocol-relative one', { heroImage: PICTURE.slice(6) }, { image: PICTURE }],
  ['one of the blog', { thumbnail: `/_next/image?url=${encodeURIComponent(PICTURE)}&w=640` }, { image: PICTURE }],
  [
    'an asset',
    { featuredImage: { fields: { file: { url: PICTURE.slice(6), contentType: 'image/png' } } } },
    { image: PICTURE },
  ],
  [
    'an asset of any name',
    { visual: { fields: { file: { url: PICTURE, contentType: 'image/png' } } } },
    { image: PICTURE },
  ],
  [
    'an asset that is no picture',
    { attachment: { fields: { file: { url: PICTURE, contentType: 'application/pdf' } } } },
    { image: '' },
  ],
  ['an object with url', { coverImage: { url: PICTURE } }, { image: PICTURE }],
  ['a list of objects with src', { images: [{ src: PICTURE }, { src: '/other.png' }] }, { image: PICTURE }],
  ['the feature picture after another', { inlineImage: '/a.png', featureImage: PICTURE }, { image: PICTURE }],
  ['a picture of the author', { authorImage: PICTURE, avatar: PICTURE }, { image: '' }],
  ['what is said of a picture', { imageAlt: 'A picture', imageCaption: '/' }, { image: '' }],
  ['a picture that is none', { image: 'javascript:alert(1)', heroImage: { sys: { type: 'Link' } } }, { image: '' }],
];

const UNREADABLE: ReadonlyArray<readonly [what: string, text: string]> = [
  ['nothing', ''],
  ['a page', '<!doctype html><title>Sorry</title>'],
  ['an answer that was cut off', withFields({ slug: 'a' }).slice(0, -1)],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[{"fields":{"title":"A"}}]'],
  ['an error of the CMS', '{"sys":{"type":"Error","id":"NotFound"},"message":"…"}'],
  ['no items', '{"total":3}'],
  ['items that are no list', '{"total":3,"items":{"length":3}}'],
  ['items that are no objects', '{"total":3,"items":[1,"a",null,[]]}'],
  ['items without fields', '{"total":1,"items":[{"title":"A","url":"/2024/5/a"}]}'],
  ['fields that are no object', '{"total":1,"items":[{"fields":["A"]}]}'],
  ['a JSON Feed', '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"1"}]}'],
  ['more than 5 Mi characters', answer([]) + ' '.repeat(5 * 1024 * 1024)],
];

const SIZE = 300_000;
const NESTED = '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2);
const OBJECTS = `${'{"fields":'.repeat(SIZE / 20)}0${'}'.repeat(SIZE / 20)}`;
const withInside = (fields: object, json: string) =>
  withFields({ url: '/2024/5/a', ...fields }).replaceAll('"INSIDE"', json);

const HOSTILE: ReadonlyArray<readonly [what: string, text: string]> = [
  ['nested lists', '['.repeat(SIZE)],
  ['nested lists in fields', withInside({ date: 'INSIDE', tags: 'INSIDE', image: 'INSIDE' }, NESTED)],
  ['nested objects in fields', withInside({ tags: 'INSIDE', image: 'INSIDE', excerpt: 'INSIDE' }, OBJECTS)],
  ['a type that nests', withInside({ a: { fields: { file: { contentType: 'INSIDE' } } } }, NESTED)],
  ['many items', answer(Array.from({ length: SIZE / 20 }, () => ({ fields: { title: 'A' } })))],
  ['many fields', withFields(Object.fromEntries(Array.from({ length: SIZE / 15 }, (_, n) => [`url${n}`, '/2024/5'])))],
  ['many categories', withInside({ categories: Array.from({ length: SIZE / 4 }, () => 'a') }, '')],
  ['many names in one', withInside({ tags: ','.repeat(SIZE) }, '')],
  ['a huge name', withFields({ [`url${'-'.repeat(SIZE)}`]: '/2024/5/a' })],
  ['a huge title', withFields({ title: 'a '.repeat(SIZE / 2), url: '/2024/5/a' })],
  ['a huge excerpt', withFields({ excerpt: '<a'.repeat(SIZE / 2), url: '/2024/5/a' })],
  ['a huge date', withFields({ slug: 'a', date: '1 '.repeat(SIZE / 2) })],
  ['a huge date of letters', withFields({ slug: 'a', date: 'a'.repeat(SIZE) })],
  ['a huge slug', withFields({ slug: 'a'.repeat(SIZE), date: '2024-05-10' })],
  ['pictures in pictures', withFields({ url: '/2024/5/a', images: ['/_next/image?url='.repeat(SIZE / 17)] })],
  ['white space', ' '.repeat(SIZE)],
  [
    'names that mean something',
    withFields({ url: '/2024/5/a' }).replace('"title"', '"__proto__":{"slug":"x"},"constructor":1,"title"'),
  ],
];

describe('the entries of the CMS', () => {
  it.each(ADDRESSES)('have an address or not: %s', (_, fields, path) => {
    const { posts, count } = parseEntries(withFields(fields));
    expect({ urls: posts.map(({ url }) => url), count }).toEqual({ urls: path ? [BLOG + path] : [], count: 1 });
  });

  it.each(PARTS)('have parts: %s', (_, fields, parts) => {
    const [post] = parseEntries(withFields({ url: '/2024/5/slug', ...fields })).posts;
    const empty = { date: '', excerpt: '', categories: [], image: '' };
    expect(post).toEqual({ id: '2024/5/slug', url: `${BLOG}/2024/5/slug`, title: 'A title', ...empty, ...parts });
  });

  it('are read in their order, each post once, those without address counted', () => {
    const items = [
      { fields: { title: 'B', url: '/2024/5/b' } },
      { fields: { title: 'Nowhere' } },
      { fields: { title: 'A', url: '/2024/5/a' } },
      { fields: { title: 'B again', url: '/2024/05/B/' } },
      { fields: { title: ' ', url: '/2024/5/blank' } },
      { fields: { title: 7, url: '/2024/5/number' } },
      null,
      { sys: SYS },
    ];
    const { posts, count, total } = parseEntries(answer(items, 312));
    expect({ titles: posts.map(({ title }) => title), count, total }).toEqual({
      titles: ['B', 'A'],
      count: 8,
      total: 312,
    });
  });

  it('may be none', () => expect(parseEntries(answer([], 0))).toEqual({ posts: [], count: 0, total: 0 }));

  it.each([
    [312, 312],
    [1, 1],
    [0, 1],
    [-1, 1],
    [1.5, 1],
    [1e12, 1],
    ['312', 1],
    [null, 1],
    [undefined, 1],
  ])('are %j in all: %i', (told, total) => expect(parseEntries(answer([{ fields: {} }], told)).total).toBe(total));

  it('are a thousand at most', () => {
    const items = Array.from({ length: 1500 }, (_, n) => ({ fields: { title: 'A', url: `/2024/5/a-${n}` } }));
    const { posts, count, total } = parseEntries(answer(items, 1500));
    expect([posts.length, count, total]).toEqual([1000, 1000, 1500]);
  });

  it.each(UNREADABLE)('are not in %s', (_, text) => {
    expect(() => parseEntries(text)).toThrow(BlogUnreadable);
    expect(() => parseEntries(text)).toThrow('entries');
  });

  it.each(HOSTILE)('take no long time with %s', (_, text) => {
    const budget = Math.max(100, text.length / 1000);
    const parse = () => {
      try {
        parseEntries(text);
      } catch (error) {
        expect(error).toBeInstanceOf(BlogUnreadable);
      }
    };
    expect(leastCpuTime(parse, budget)).toBeLessThan(budget);
  });
});
