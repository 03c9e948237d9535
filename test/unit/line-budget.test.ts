import { expect, it } from 'vitest';
import { withinBudget } from '../../lib/list/line-budget.ts';

const LINES = Array.from({ length: 30 }, (_, index) => index);
/** The lines 12 to 17 are seen. */
const distanceOf = (line: number) => Math.max(12 - line, line - 17, 0);
const isNeeded = (line: number) => distanceOf(line) === 0;

it('draws what is seen and the nearest lines around it first', () => {
  const drawn = withinBudget(LINES, { isNeeded, isNew: () => true, distanceOf });
  expect(drawn).toEqual([11, 12, 13, 14, 15, 16, 17, 18]);
});

it('draws all in a few frames, in each of which only some lines are new', () => {
  const drawn = new Set<number>();
  const added: number[] = [];
  do {
    const now = withinBudget(LINES, { isNeeded, isNew: (line) => !drawn.has(line), distanceOf });
    added.push(now.length - drawn.size);
    for (const line of now) drawn.add(line);
  } while (added.at(-1));
  expect(drawn.size).toBe(LINES.length);
  expect(added).toEqual([8, 8, 8, 6, 0]);
});

it('draws all that is seen, also where that is more than a frame should draw', () => {
  const drawn = withinBudget(LINES, { isNeeded: () => true, isNew: () => true, distanceOf: () => 0 });
  expect(drawn).toEqual(LINES);
});

it('keeps what was drawn before, and adds as many lines as come newly into sight while the list is scrolled', () => {
  const drawn = withinBudget(LINES, { isNeeded, isNew: (line) => line >= 15, distanceOf });
  expect(drawn).toEqual(LINES.slice(0, 23));
});
