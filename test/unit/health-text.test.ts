import { beforeAll, expect, it } from 'vitest';
import type { Health } from '../../lib/health.ts';
import { healthFacts } from '../../lib/health-facts.ts';
import { lastCheckText, nextCheckText, toldText } from '../../lib/health-text.ts';
import { speakEnglish } from './english.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21, 12);

const UNTRIED: Health = { failures: 0, traffic: {} };
const GOOD: Health = {
  ...UNTRIED,
  checkedAt: NOW - 5 * MINUTE,
  succeededAt: NOW - 5 * MINUTE,
  source: 'feed',
  dueAt: NOW + 55 * MINUTE,
};
const FAILING: Health = {
  ...GOOD,
  checkedAt: NOW - MINUTE,
  failures: 1,
  failingSince: NOW - MINUTE,
  failure: { code: 'refused', status: 503 },
  failedAt: NOW - MINUTE,
};

beforeAll(speakEnglish);

it.each([
  ['before the first check', UNTRIED, 'No check has worked yet', 'Next check: any moment'],
  ['after a good one', GOOD, 'Last check: 5 minutes ago', 'Next check: in 55 minutes'],
  ['after a failure', FAILING, 'Last check that worked: 5 minutes ago', 'Next check: in 55 minutes'],
  ['by hand only', { ...GOOD, dueAt: undefined }, 'Last check: 5 minutes ago', 'Next check: only by hand'],
  ['overdue', { ...GOOD, dueAt: NOW - MINUTE }, 'Last check: 5 minutes ago', 'Next check: any moment'],
  ['with the clock set back', { ...GOOD, succeededAt: NOW + MINUTE }, 'Last check: now', 'Next check: in 55 minutes'],
])('tells when the blog was checked and will be, %s', (_, health, last, next) => {
  expect([lastCheckText(health, NOW), nextCheckText(health, NOW)]).toEqual([last, next]);
});

it('tells all that is known of the checks', () => {
  const trouble = { source: 'feed', failure: { code: 'unreadable', source: 'feed' } } as const;
  const traffic = {
    '2026-11-20': { requests: 1200, bytes: 1_000_000 },
    '2026-11-21': { requests: 34, bytes: 540_000 },
  };
  expect(factsOf({ ...FAILING, failingSince: undefined, trouble, source: 'home', traffic })).toEqual({
    'Last success': '5 minutes ago',
    'Last failure': '1 minute ago: The blog answered with an error (503).',
    'Next check': 'in 55 minutes',
    'Posts come from': "The blog's home page",
    Trouble: "The blog's feed could not be read.",
    'Last 30 days': '1,234 requests, 1.5 MB',
  });
});

it('plans no check without a network', () => {
  const next = healthFacts(GOOD, NOW, false).find(({ term }) => term === 'Next check');
  expect(next?.text).toBe('once you are back online');
});

it('tells how little is known before the first check', () => {
  expect(factsOf(UNTRIED)).toEqual({
    'Last success': 'None yet',
    'Last failure': 'None',
    'Next check': 'any moment',
    'Last 30 days': '0 requests, 0 kB',
  });
});

it('tells of one request', () => {
  const health = { ...GOOD, traffic: { '2026-11-21': { requests: 1, bytes: 32_500 } } };
  expect(factsOf(health)['Last 30 days']).toBe('1 request, 33 kB');
});

it.each([
  [{ kind: 'checked' }, 'Checked the blog.'],
  [{ kind: 'wait', until: NOW + 6500 }, 'Just checked. You can check again in a few seconds.'],
  [{ kind: 'wait', until: NOW - 1 }, 'Just checked. You can check again in a few seconds.'],
  [{ kind: 'unanswered' }, 'That did not work. What you see here is what is stored; please try again.'],
] as const)('says what came of %j', (told, text) => expect(toldText(told, NOW)).toBe(text));

it('says until when the blog asked to be left alone, with the day unless that is today', () => {
  const noon = new Date(2026, 10, 21, 12).getTime();
  const later = new Date(2026, 10, 21, 14, 30).getTime();
  const tomorrow = new Date(2026, 10, 22, 9, 5).getTime();
  const textOf = (until: number) => toldText({ kind: 'wait', until }, noon).replaceAll('\u202f', ' ');
  expect(textOf(later)).toBe('The blog asked not to be visited before 2:30 PM.');
  expect(textOf(tomorrow)).toBe('The blog asked not to be visited before Nov 22, 2026, 9:05 AM.');
});

function factsOf(health: Health): Record<string, string> {
  return Object.fromEntries(healthFacts(health, NOW).map(({ term, text }) => [term, text]));
}
