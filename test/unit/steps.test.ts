import { describe, expect, it } from 'vitest';
import { FIRST_STEP, stepAfter, stepsFrom } from '../../lib/poll/steps.ts';
import type { Post } from '../../lib/post.ts';

const NOW = Date.UTC(2026, 10, 21);
const posts = (count: number) => Array.from({ length: count }, (): Post => ({}) as Post);
const entries = (skip: number, withoutAddress = 0) => ({ kind: 'entries', skip, withoutAddress }) as const;
const year = (year: number) => ({ kind: 'year', year }) as const;

describe('the step of the back catalogue', () => {
  it.each([
    ['a full page', FIRST_STEP, { posts: posts(100), count: 100, total: 230 }, entries(100)],
    [
      'a page with posts of unknown address',
      entries(100),
      { posts: posts(60), count: 100, total: 230 },
      entries(200, 40),
    ],
    ['the last page, all addresses known', entries(200), { posts: posts(30), count: 30, total: 230 }, undefined],
    ['the last page, some unknown', entries(200, 40), { posts: posts(30), count: 30, total: 230 }, year(2026)],
    ['a page of nothing, though there should be more', entries(100), { posts: [], count: 0, total: 230 }, undefined],
    ['no answer worth the name', FIRST_STEP, { posts: [], count: 0 }, year(2026)],
    ['a year', year(2026), { posts: posts(9), count: 9 }, year(2025)],
    ['the first year', year(2013), { posts: posts(9), count: 9 }, undefined],
  ])('after %s', (_, step, parsed, next) => expect(stepAfter(step, parsed, NOW)).toEqual(next));

  it('is one of about so many', () => {
    expect(stepsFrom(entries(100), { count: 100, total: 230 }, NOW)).toBe(2);
    expect(stepsFrom(entries(100, 1), { count: 100, total: 230 }, NOW)).toBe(16);
    expect(stepsFrom(year(2014), { count: 9 }, NOW)).toBe(2);
    expect(stepsFrom(undefined, { count: 9 }, NOW)).toBe(0);
  });
});
