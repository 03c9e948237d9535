import { describe, expect, it } from 'vitest';
import { countCategories, isFiltering, isShown, NO_FILTER, toggleCategory } from '../../lib/filter.ts';
import type { Post } from '../../lib/post.ts';

const post = (categories: string[]): Post => ({
  id: '2025/9/a',
  url: '',
  title: '',
  date: '',
  excerpt: '',
  categories,
  image: '',
});
const data = toggleCategory(NO_FILTER, 'Data Science');

describe('the filter', () => {
  it('shows everything while nothing is chosen', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(isShown(NO_FILTER, post([]), undefined)).toBe(true);
  });

  it('shows the posts of any chosen category, however it is written', () => {
    const filter = toggleCategory(data, 'Web');
    expect(isShown(filter, post(['DATA SCIENCE']), 'read')).toBe(true);
    expect(isShown(filter, post(['Data', 'Web']), 'read')).toBe(true);
    expect(isShown(filter, post(['Data']), 'read')).toBe(false);
  });

  it('hides what is not known to be unread', () => {
    const filter = { ...NO_FILTER, unreadOnly: true };
    expect(isShown(filter, post([]), 'unread')).toBe(true);
    expect(isShown(filter, post([]), 'archived')).toBe(false);
    expect(isShown(filter, post([]), undefined)).toBe(false);
  });

  it('lets go of a category at the second press', () => {
    expect(isFiltering(data)).toBe(true);
    expect(toggleCategory(data, 'DATA SCIENCE')).toEqual(NO_FILTER);
  });

  it('counts a category once a post, and names that differ in capitals as one', () => {
    const posts = [post(['Web', 'Data']), post(['WEB', 'web']), post([])];
    expect(countCategories(posts, NO_FILTER.categories).map(({ key, count }) => [key, count])).toEqual([
      ['data', 1],
      ['web', 2],
    ]);
  });

  it('keeps a chosen category that no post on the page has', () => {
    expect(countCategories([], data.categories)).toEqual([{ key: 'data science', name: 'Data Science', count: 0 }]);
  });
});
