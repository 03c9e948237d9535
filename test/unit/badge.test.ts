import { expect, it } from 'vitest';
import { badgeText } from '../../lib/badge.ts';

it.each([
  [0, false, ''],
  [1, false, '1'],
  [99, false, '99'],
  [100, false, '99+'],
  [0, true, '!'],
  [7, true, '7!'],
  [100, true, '99!'],
])('the badge for %d unread posts, out of date or not (%s), is “%s”', (unread, isStale, text) =>
  expect(badgeText(unread, isStale)).toBe(text),
);
