import { expect, it } from 'vitest';
import { badgeText } from '../../lib/badge.ts';

it.each([
  [0, ''],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
  [10_000, '99+'],
])('%d unread posts are shown as %j', (unread, text) => expect(badgeText(unread)).toBe(text));
