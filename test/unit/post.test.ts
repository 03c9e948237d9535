import { describe, expect, it } from 'vitest';
import { monthOf, postIdOf, titleOf } from '../../lib/post.ts';

const POSTS = {
  'https://engineering.atspotify.com/2026/9/some-slug': '2026/9/some-slug',
  'https://engineering.atspotify.com/2026/9/some-slug/': '2026/9/some-slug',
  'https://engineering.atspotify.com/2024/09/some-slug/': '2024/9/some-slug',
  'https://engineering.atspotify.com/2024/10/some-slug/': '2024/10/some-slug',
  'https://engineering.atspotify.com/2021/03/16/some-slug/': '2021/3/some-slug',
  'https://engineering.atspotify.com/2021/3/6/some-slug': '2021/3/some-slug',
  'http://engineering.atspotify.com/2026/9/some-slug': '2026/9/some-slug',
  'https://ENGINEERING.atspotify.com/2026/9/Some-Slug': '2026/9/some-slug',
  'https://engineering.atspotify.com/2026/9/some-slug?utm_source=rss&utm_medium=feed': '2026/9/some-slug',
  'https://engineering.atspotify.com/2026/9/some-slug/?ref=x#comments': '2026/9/some-slug',
  'https://labs.spotify.com/2013/06/04/some-slug/': '2013/6/some-slug',
  'http://labs.spotify.com/2013/06/04/some-slug': '2013/6/some-slug',
  '//engineering.atspotify.com/2026/9/some-slug': '2026/9/some-slug',
  '/2026/9/some-slug': '2026/9/some-slug',
  '/2013/11/1984': '2013/11/1984',
  'https://engineering.atspotify.com/2019/5/caf%C3%A9': '2019/5/caf%c3%a9',
} as const;

const NOT_POSTS = [
  '',
  '#',
  '/',
  'javascript:void(0)',
  'mailto:someone@example.com',
  'data:text/html,/2026/9/some-slug',
  'ftp://engineering.atspotify.com/2026/9/some-slug',
  'https://engineering.atspotify.com/',
  'https://engineering.atspotify.com/2025/',
  'https://engineering.atspotify.com/2025/9/',
  'https://engineering.atspotify.com/2021/03/16/',
  'https://engineering.atspotify.com/2025/13/some-slug',
  'https://engineering.atspotify.com/2025/0/some-slug',
  'https://engineering.atspotify.com/1999/9/some-slug',
  'https://engineering.atspotify.com/2021/03/32/some-slug/',
  'https://engineering.atspotify.com/2024/09/some-slug/feed/',
  'https://engineering.atspotify.com/2024/09/feed/',
  'https://engineering.atspotify.com/2024/09/page/2/',
  'https://engineering.atspotify.com/tag/backend',
  'https://engineering.atspotify.com/category/data/',
  'https://engineering.atspotify.com/feed',
  'https://engineering.atspotify.com/?p=123',
  'https://engineering.atspotify.com:8443/2026/9/some-slug',
  'https://engineering.atspotify.com.example.com/2026/9/some-slug',
  'https://example.com/2026/9/some-slug',
  'https://research.atspotify.com/2026/9/some-slug',
  'https://[broken',
];

describe('the post id of an address', () => {
  it.each(Object.entries(POSTS))('of %s is %s', (address, id) => {
    expect(postIdOf(address)).toBe(id);
  });

  it.each(NOT_POSTS)('is missing for %j', (address) => {
    expect(postIdOf(address)).toBeUndefined();
  });

  it('is an address that has the same id', () => {
    for (const id of Object.values(POSTS)) expect(postIdOf(`/${id}`)).toBe(id);
  });

  it('tells the month', () => {
    expect(monthOf('2026/9/some-slug')).toBe('2026-09-01');
    expect(monthOf('2024/12/some-slug')).toBe('2024-12-01');
  });
});

describe('the title of a post', () => {
  it('is what its address says, as long as nobody has told it', () => {
    expect(titleOf({ id: '2025/9/a-post-of-ours', title: '' })).toBe('A post of ours');
    expect(titleOf({ id: '2025/9/a-post-of-ours', title: 'Ours' })).toBe('Ours');
  });
});
