import { expect, it } from 'vitest';
import type { Entry } from '../../lib/list/groups.ts';
import { successorOf } from '../../lib/list/row-focus.ts';
import type { PostId } from '../../lib/post.ts';

/** The lines of posts `a`, `b`…, and of headings `A`, `B`…. */
const lines = (names: string): Entry[] =>
  [...names].map((name, index) =>
    name < 'a'
      ? { kind: 'category', name, ids: [] }
      : { kind: 'post', id: `2025/9/${name}` satisfies PostId as PostId, index },
  );
const successor = (name: string, before: string, now: string) => {
  const key = name < 'a' ? `group ${name}` : `2025/9/${name}`;
  return now[successorOf(key, lines(before), lines(now))];
};

it.each([
  ['the post itself, wherever it is now', 'c', 'abcde', 'cde', 'c'],
  ['the next that is left', 'c', 'abcdefg', 'defg', 'd'],
  ['the next that is left, whatever came before it', 'c', 'abcde', 'xyzde', 'd'],
  ['the last before, if none after is left', 'd', 'abcde', 'ab', 'b'],
  ['the first post of the next group', 'b', 'AabBcd', 'AaBcd', 'c'],
  ['the first post under a heading that goes', 'B', 'AaBbCc', 'AaCc', 'c'],
  ['the post at the same place in another list', 'b', 'abc', 'uvw', 'v'],
  ['the last post of a shorter other list', 'c', 'abc', 'uv', 'v'],
  ['none without posts', 'b', 'abc', '', undefined],
])('the focus goes to %s', (_, name, before, now, expected) => {
  expect(successor(name, before, now)).toBe(expected);
});
