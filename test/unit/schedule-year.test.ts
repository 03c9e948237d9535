import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createYear, type Poll } from './virtual-year.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Until an alarm rings again, and a minute for its being late. */
const SOON = 6 * MINUTE;
const SEED = process.env['LINER_NOTES_SEED'] ?? String(Date.now());

describe.each(['chromium', 'firefox'] as const)(`a year of checks as in %s, seed ${SEED}`, (browser) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([15, 60, 1440] as const)('every %d minutes: none late, none too many', async (intervalMinutes) => {
    const interval = intervalMinutes * MINUTE;
    const { polls, happened } = await createYear({ seed: SEED, browser, intervalMinutes });
    const pairs = polls.slice(1).map((poll, i) => ({ before: polls[i] as Poll, poll }));
    const gap = ({ before, poll }: (typeof pairs)[number]) => poll.at - before.at;
    const latest = ({ before, poll }: (typeof pairs)[number]) => {
      const wait = before.ok ? 1.1 * interval : Math.max(1.1 * interval, DAY);
      return Math.max(before.at + wait + poll.clockBack, poll.ableSince + SOON);
    };
    expect(pairs.filter((pair) => !pair.poll.clockSet && gap(pair) < 0.9 * interval)).toEqual([]);
    expect(pairs.filter((pair) => pair.poll.at > latest(pair))).toEqual([]);
    // It was an eventful year, else this says nothing.
    expect(Object.entries(happened).filter(([, times]) => times === 0)).toEqual([]);
    expect(polls.filter(({ ok }) => ok).length).toBeGreaterThan((365 * DAY) / interval / 5);
  });
});
