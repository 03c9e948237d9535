import { describe, expect, it } from 'vitest';
import { dayAgo, dayOfText } from '../../lib/parse/date.ts';
import { dayOfTimestamp } from '../../lib/parse/feed-date.ts';

describe('the day that a page writes', () => {
  it.each([
    ['Jun 10, 2026', '2026-06-10'],
    ['SEP 23, 2025', '2025-09-23'],
    ['Sept. 5, 2024', '2024-09-05'],
    ['October 21, 2024', '2024-10-21'],
    ['  Published on May 1, 2013 by the team', '2013-05-01'],
    ['3 days ago', ''],
    ['23 September 2025', '2025-09-23'],
    ['Tue, 23 Sep 2025', '2025-09-23'],
    ['2025-09-23', '2025-09-23'],
    ['2025-09-23T23:30:00', '2025-09-23'],
    ['2025-09-23T23:30:00-04:00', '2025-09-24'],
    ['2025-09-23T00:30+02:00', '2025-09-22'],
    ['2025-09-23T99:99Z', '2025-09-23'],
    ['2025-02-30', ''],
    ['1999-02-03T10:00Z', ''],
    ['Smarch 13, 2024', ''],
    ['', ''],
  ])('%j is %j', (text, day) => expect(dayOfText(text)).toBe(day));
});

describe('the day that is told from now', () => {
  const now = new Date('2026-03-01T03:00:00Z');

  it.each([
    ['just now', '2026-03-01'],
    ['Today', '2026-03-01'],
    ['20 minutes ago', '2026-03-01'],
    ['5 hrs ago', '2026-02-28'],
    ['an hour ago', '2026-03-01'],
    ['Yesterday', '2026-02-28'],
    ['3 days ago', '2026-02-26'],
    ['3d ago · 5 min read', '2026-02-26'],
    ['Published a week ago', '2026-02-22'],
    ['2 WEEKS AGO', '2026-02-15'],
    ['400 days ago', '2025-01-25'],
    ['2 months ago', ''],
    ['2mo ago', ''],
    ['a year ago', ''],
    ['99999999999 days ago', ''],
    ['Yesterday’s news', ''],
    ['Read it today', ''],
    ['Mar 1, 2026', ''],
    ['', ''],
  ])('%j is %j', (text, day) => expect(dayAgo(text, now)).toBe(day));
});

describe('the day of a time stamp', () => {
  it.each([
    ['Tue, 23 Sep 2025 00:00:00 GMT', '2025-09-23'],
    ['Tue, 23 Sep 2025 23:30:00 -0400', '2025-09-24'],
    ['2025-09-23T10:00:00.000Z', '2025-09-23'],
    ['2025-09-23', '2025-09-23'],
    ['soon', ''],
    [undefined, ''],
  ])('%j is %j', (timestamp, day) => expect(dayOfTimestamp(timestamp)).toBe(day));
});
