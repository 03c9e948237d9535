import { expect, it } from 'vitest';
import type { PostId } from '../../lib/post.ts';
import { idsWithKeys } from '../../lib/search/library-search.ts';

const [DATA, SCIENCE, DEV] = ['2025/9/data', '2025/9/science', '2025/9/dev'] as const satisfies PostId[];
const CATEGORIES = new Map([
  ['Data', [DATA]],
  ['Data Science', [SCIENCE]],
  ['Developer Tools', [DEV]],
]);

it.each([
  ['a category by its whole name', ['data'], undefined, [DATA]],
  ['it alone, also while its name may go on', ['data'], 'data', [DATA]],
  ['every category that begins so, while its name is typed', ['dat'], 'dat', [DATA, SCIENCE]],
  ['none that begins so, once it is typed', ['dat'], undefined, []],
  ['finished names beside one that is typed', ['data', 'dev'], 'dev', [DATA, DEV]],
])('finds %s', (_, keys, unfinished, expected) => {
  expect(idsWithKeys(CATEGORIES, keys, unfinished)).toEqual(expected);
});
