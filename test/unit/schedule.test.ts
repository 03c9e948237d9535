import { describe, expect, it } from 'vitest';
import { isDue, nextDue, retryAfterOf } from '../../lib/poll/schedule.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURLY = { intervalMinutes: 60 } as const;
const BY_HAND = { intervalMinutes: 0 } as const;
const CHANCES = [0, 0.25, 0.5, 0.75, 0.999];

describe('the next check', () => {
  it.each(CHANCES)('comes a tenth earlier or later at most (%d)', (chance) => {
    const due = nextDue({ failures: 0 }, HOURLY, NOW, () => chance) ?? 0;
    expect(Math.abs(due - NOW - HOUR)).toBeLessThan(HOUR / 10);
  });

  it('does not come at the same time for everyone', () => {
    const waits = CHANCES.map((chance) => nextDue({ failures: 0 }, HOURLY, NOW, () => chance));
    expect(new Set(waits).size).toBe(CHANCES.length);
  });

  it.each([
    [1, 2 * HOUR],
    [3, 8 * HOUR],
    [5, DAY],
    [500, DAY],
  ])('after %d failures comes at any time up to %d ms later', (failures, longest) => {
    const wait = (chance: number) => (nextDue({ failures }, HOURLY, NOW, () => chance) ?? 0) - NOW;
    expect(wait(0)).toBeGreaterThanOrEqual(0.9 * HOUR);
    expect(wait(0)).toBeLessThan(HOUR);
    expect(wait(0.5)).toBeGreaterThan(wait(0.25));
    expect(wait(1)).toBeCloseTo(longest, -1);
  });

  it('does not come before the blog has asked for it, nor for everyone at that time', () => {
    const past = { failures: 1, notBefore: NOW + 20 * HOUR };
    const dues = [0, 0.5, 1].map((chance) => nextDue(past, HOURLY, NOW, () => chance) ?? 0);
    expect(Math.min(...dues)).toBeGreaterThanOrEqual(past.notBefore);
    expect(Math.max(...dues)).toBeLessThanOrEqual(past.notBefore + HOUR);
    expect(new Set(dues).size).toBe(3);
  });

  it('never comes by itself if the reader checks by hand', () => {
    expect(nextDue({ failures: 0 }, BY_HAND, NOW)).toBeUndefined();
    expect(isDue({ checkedAt: NOW - 9 * DAY, failures: 0 }, BY_HAND, NOW)).toBe(false);
  });
});

describe('it is time to check', () => {
  it.each([
    ['never checked', {}, HOURLY, true],
    ['never checked, and by hand only', {}, BY_HAND, true],
    ['not due yet', { checkedAt: NOW - 1, dueAt: NOW + 2000 }, HOURLY, false],
    ['due now', { checkedAt: NOW - HOUR, dueAt: NOW }, HOURLY, true],
    ['long overdue', { checkedAt: NOW - DAY, dueAt: NOW - 23 * HOUR }, HOURLY, true],
    ['no longer by hand only', { checkedAt: NOW - HOUR }, HOURLY, true],
    ['the clock set back by years', { checkedAt: NOW + 900 * DAY, dueAt: NOW + 901 * DAY }, HOURLY, true],
    ['the clock set right by a second', { checkedAt: NOW + 1000, dueAt: NOW + HOUR }, HOURLY, false],
  ])('%s', (_, past, rhythm, due) => expect(isDue({ failures: 0, ...past }, rhythm, NOW)).toBe(due));
});

describe('Retry-After', () => {
  it.each([
    [null, 0],
    ['120', 120_000],
    [' 0 ', 0],
    ['99999999999', DAY],
    [new Date(NOW + 5 * 60_000).toUTCString(), 5 * 60_000],
    [new Date(NOW - 60_000).toUTCString(), 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', DAY],
    ['soon', 0],
    ['-5', 0],
    ['1e9', 0],
  ])('%s', (header, wait) => expect(retryAfterOf(header, NOW)).toBe(wait));
});
