import { beforeAll, expect, it } from 'vitest';
import { agoText, distanceText } from '../../lib/time-text.ts';
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
