import { expect, it } from 'vitest';
import { countsAmong } from '../../lib/list/category-counts.ts';
import type { PostId } from '../../lib/post.ts';

const [A, B, C] = ['2025/9/a', '2025/9/b', '2025/9/c'] as const satisfies PostId[];

it('counts of each category the posts of the view, and none of the others', () => {
  const categories = [
    { key: 'data', name: 'Data', ids: [A, B] },
    { key: 'web', name: 'Web', ids: [B, C] },
    { key: 'people', name: 'People', ids: [C] },
  ];
  expect([...countsAmong([A, B], categories)]).toEqual([
    ['data', 2],
    ['web', 1],
    ['people', 0],
  ]);
});
