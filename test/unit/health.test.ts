import { expect, it } from 'vitest';
import { changeHealth } from '../../lib/change-health.ts';
import { getHealth, isOutOfReach, staleFrom, totalTraffic, withTraffic } from '../../lib/health.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;

it('counts the traffic of the last 30 days', () => {
  let days = withTraffic({}, { requests: 1, bytes: 10 }, NOW - 30 * DAY);
  days = withTraffic(days, { requests: 1, bytes: 10 }, NOW - 29 * DAY);
  days = withTraffic(days, { requests: 2, bytes: 20 }, NOW);
  days = withTraffic(days, { requests: 3, bytes: 30 }, NOW);
  expect(totalTraffic(days)).toEqual({ requests: 6, bytes: 60 });
  expect(days['2026-11-21']).toEqual({ requests: 5, bytes: 50 });
});

it('forgets days that are still to come, once the clock was set right', () => {
  const days = withTraffic({}, { requests: 1, bytes: 10 }, NOW + 400 * DAY);
  expect(Object.keys(withTraffic(days, { requests: 1, bytes: 10 }, NOW))).toEqual(['2026-11-21']);
});

it.each([
  ['never, while checks work', { failures: 0 }, undefined],
  ['a day after the first failure', { failures: 9, failingSince: NOW }, NOW + DAY],
  ['also when the reader has just asked for a check', { failures: 0, failingSince: NOW }, NOW + DAY],
])('what is known is stale %s', (_, health, from) => expect(staleFrom({ traffic: {}, ...health })).toBe(from));

it.each([
  ['out of reach after a check that got no answer', { failingSince: NOW - DAY, failedAt: NOW - 60_000 }, true],
  ['not, once a check has worked', { failedAt: NOW - 60_000 }, false],
  ['not, long after that', { failingSince: NOW - DAY, failedAt: NOW - DAY / 12 }, false],
  [
    'not, where it has answered',
    { failingSince: NOW, failedAt: NOW, failure: { code: 'refused', status: 500 } as const },
    false,
  ],
])('the blog is %s', (_, health, expected) => {
  const failure = { code: 'unreachable' } as const;
  expect(isOutOfReach({ traffic: {}, failures: 1, failure, ...health }, NOW)).toBe(expected);
});

it('loses no change of two at once', async () => {
  await Promise.all([1, 2, 3].map(() => changeHealth((health) => ({ ...health, failures: health.failures + 1 }))));
  expect((await getHealth()).failures).toBe(3);
});
