import { describe, expect, it } from 'vitest';
import {
  countCategories,
  createMatcher,
  type Filter,
  isFiltering,
  NO_FILTER,
  pressCategory,
} from '../../lib/filter.ts';
import type { Post, PostState } from '../../lib/post.ts';

const post = (facts: Partial<Post>): Post => ({
  id: '2025/9/a',
  url: '',
  title: '',
  date: '',
  excerpt: '',
  categories: [],
  image: '',
  ...facts,
});
const tagged = (...categories: string[]) => post({ categories });
const state = (changes: Partial<PostState> = {}): PostState => ({ reading: 'archived', bookmarked: false, ...changes });
const matches = (filter: Partial<Filter>, post: Post, shown?: PostState) =>
  createMatcher({ ...NO_FILTER, ...filter })(post, shown);

describe('the filter', () => {
  it('shows everything while nothing is chosen, in either order', () => {
    expect(isFiltering({ ...NO_FILTER, sort: 'oldest', match: 'all', words: ' ' })).toBe(false);
    expect(matches({ words: ' ' }, tagged())).toBe(true);
  });

  it.each([
    [
      'any of two categories, however it is written',
      { included: ['Data Science', 'Web'] },
      tagged('DATA SCIENCE'),
      true,
    ],
    ['any of two categories, and there is another', { included: ['Web', 'Data'] }, tagged('Design'), false],
    ['all of two categories', { included: ['Web', 'Data'], match: 'all' as const }, tagged('data', 'web', 'x'), true],
    [
      'all of two categories, and there is one',
      { included: ['Web', 'Data'], match: 'all' as const },
      tagged('Web'),
      false,
    ],
    ['not a category', { excluded: ['Web'] }, tagged('web', 'Data'), false],
    ['not a category, which another post has', { excluded: ['Web'] }, tagged('Data'), true],
    ['one category, but not another', { included: ['Data'], excluded: ['Web'] }, tagged('Data', 'WEB'), false],
    ['words of title and excerpt', { words: 'malmo  fleet' }, post({ title: 'Fleets', excerpt: 'In Malmö' }), true],
    ['words of which one is missing', { words: 'fleet song' }, post({ title: 'Fleets' }), false],
  ])('wants %s', (_, filter, post, shown) => {
    expect(matches(filter, post)).toBe(shown);
    expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(true);
  });

  it('hides what is not known to be unread, or saved', () => {
    expect(matches({ unreadOnly: true }, tagged(), state({ reading: 'unread' }))).toBe(true);
    expect(matches({ unreadOnly: true }, tagged(), state())).toBe(false);
    expect(matches({ unreadOnly: true }, tagged())).toBe(false);
    expect(matches({ savedOnly: true }, tagged(), state({ bookmarked: true }))).toBe(true);
    expect(matches({ savedOnly: true }, tagged(), state())).toBe(false);
    expect(matches({ savedOnly: true }, tagged())).toBe(false);
  });

  it('wants a category at the first press, does not want it at the second, and lets go of it at the third', () => {
    const once = pressCategory(NO_FILTER, 'Data Science');
    expect(once).toEqual({ ...NO_FILTER, included: ['Data Science'] });
    const twice = pressCategory(once, 'DATA SCIENCE');
    expect(twice).toEqual({ ...NO_FILTER, excluded: ['DATA SCIENCE'] });
    expect(pressCategory(twice, 'Data Science')).toEqual(NO_FILTER);
  });

  it('counts a category once a post, and names that differ in capitals as one', () => {
    const posts = [tagged('Web', 'Data'), tagged('WEB', 'web'), tagged()];
    expect(countCategories(posts, NO_FILTER)).toEqual([
      { key: 'data', name: 'Data', count: 1, choice: 'any' },
      { key: 'web', name: 'Web', count: 2, choice: 'any' },
    ]);
  });

  it('keeps a chosen category that no post on the page has', () => {
    expect(countCategories([], { ...NO_FILTER, included: ['Web'], excluded: ['Data'] })).toEqual([
      { key: 'data', name: 'Data', count: 0, choice: 'excluded' },
      { key: 'web', name: 'Web', count: 0, choice: 'included' },
    ]);
  });
});
