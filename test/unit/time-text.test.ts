import { beforeAll, expect, it } from 'vitest';
import { agoText, dateText, daysAgoText, distanceText, monthText } from '../../lib/time-text.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

const NOW = Date.UTC(2026, 10, 21, 0, 30);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it.each([
  [0, 'now'],
  [-20_000, '20 seconds ago'],
  [55 * MINUTE, 'in 55 minutes'],
  [89 * MINUTE, 'in 89 minutes'],
  [93 * MINUTE, 'in 2 hours'],
  [-70 * MINUTE, '70 minutes ago'],
  [-26 * HOUR, '26 hours ago'],
  [-40 * HOUR, '2 days ago'],
])('a time %d ms from now is %s', (distance, text) => expect(distanceText(NOW + distance, NOW)).toBe(text));

it('is never ahead of what is past', () => expect(agoText(NOW + HOUR, NOW)).toBe('now'));

it.each([
  ['2026-11-21', 'today'],
  ['2026-11-22', 'today'],
  ['2026-11-20', 'yesterday'],
  ['2026-11-08', '13 days ago'],
  ['2026-11-07', '2 weeks ago'],
  ['2026-09-20', '2 months ago'],
  ['2024-12-01', '23 months ago'],
  ['2013-06-01', '13 years ago'],
])('the day %s is %s', (day, text) => expect(daysAgoText(day, NOW)).toBe(text));

it('names days and months', () => {
  expect(dateText('2025-09-01')).toBe('Sep 1, 2025');
  expect(monthText('2025-09-01')).toBe('September 2025');
});
