import { expect, it } from 'vitest';
import { categoryChoices, withFollowed } from '../../lib/category-choice.ts';

it('offers each category once, as it is spelt most often, in alphabetical order', () => {
  const names = ['Web', 'data', 'Data', 'Data', 'Machine Learning'];
  expect(categoryChoices(names, [])).toEqual([
    { key: 'data', name: 'Data', count: 3, followed: true },
    { key: 'machine learning', name: 'Machine Learning', count: 1, followed: true },
    { key: 'web', name: 'Web', count: 1, followed: true },
  ]);
});

it('keeps a muted category that no post has any more, to be followed again', () => {
  expect(categoryChoices(['Web'], ['web', 'culture'])).toEqual([
    { key: 'culture', name: 'culture', count: 0, followed: false },
    { key: 'web', name: 'Web', count: 1, followed: false },
  ]);
});

it('follows a category, or no longer, once', () => {
  expect(withFollowed(['web'], 'data', false)).toEqual(['web', 'data']);
  expect(withFollowed(['web', 'data'], 'data', false)).toEqual(['web', 'data']);
  expect(withFollowed(['web', 'data'], 'web', true)).toEqual(['data']);
});
