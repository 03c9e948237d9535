import { expect, it } from 'vitest';
import { followedBy } from '../../lib/blog/followed.ts';
import type { Post } from '../../lib/post.ts';

const post = (...categories: string[]): Post => ({
  id: '2026/1/a',
  url: 'https://engineering.atspotify.com/2026/1/a',
  title: 'A',
  date: '2026-01-01',
  excerpt: '',
  categories,
  image: '',
});

it('follows everything until something is muted', () => expect(followedBy([])).toBeUndefined());

it.each([
  [['Data'], false],
  [['DATA', 'data '], false],
  [['Data', 'Mobile'], true],
  [['Mobile'], true],
  [[], true],
] as const)('a post of %j is followed or not while Data is muted: %s', (categories, followed) =>
  expect(followedBy(['data'])?.(post(...categories))).toBe(followed),
);
