import { beforeAll, describe, expect, it } from 'vitest';
import { causeText } from '../../lib/cause-text.ts';
import { type Failure, LibraryClosed } from '../../lib/errors.ts';
import { afterFailureText, failureText, libraryFailureText, troubleText } from '../../lib/failure-text.ts';
import type { Health } from '../../lib/health.ts';
import { speakEnglish } from './english.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const HEALTH: Health = { failures: 1, failingSince: NOW, traffic: {}, dueAt: NOW + 55 * 60_000 };

beforeAll(speakEnglish);

const FAILURES: readonly Failure[] = [
  ...(['offline', 'unreachable', 'slow', 'forbidden', 'busy', 'internal'] as const).map((code) => ({ code })),
  ...(['libraryRefused', 'libraryDamaged', 'libraryNewer', 'libraryPrivate'] as const).map((code) => ({ code })),
  { code: 'refused', status: 500 },
  ...(['feed', 'home', 'entries', 'year'] as const).map((source) => ({ code: 'unreadable', source }) as const),
  { code: 'tooLarge', source: 'feed' },
];

it('has sentences of its own for every failure', () => {
  const sentences = FAILURES.map(causeText);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(new Set(sentences).size).toBe(FAILURES.length);
});

describe('says what happened, what is kept and what comes next', () => {
  it.each([
    ['in a while', HEALTH, 'The next check is in 55 minutes, or check now.'],
    ['soon', { ...HEALTH, dueAt: NOW + 20_000 }, 'The next check comes any moment.'],
    ['by hand', { ...HEALTH, dueAt: undefined }, 'You check by hand only, so check now to try again.'],
  ])('%s', (_, health, next) => {
    const failure = { code: 'unreachable' } as const;
    expect(failureText(failure, true)).toBe('The blog could not be reached. Your list is kept.');
    expect(failureText(failure, false)).toBe('The blog could not be reached.');
    expect(afterFailureText(failure, health, NOW)).toBe(next);
  });

  it('offline', () => {
    const failure = { code: 'offline' } as const;
    expect(failureText(failure, true)).toBe('You are offline. Your list is kept.');
    expect(afterFailureText(failure, HEALTH, NOW)).toBe('The checks go on once you are back online.');
  });
});

describe('says which source works while', () => {
  it.each<[string, Pick<Health, 'trouble' | 'source'>, RegExp | undefined]>([
    ['all do', { source: 'feed' }, undefined],
    [
      'the feed is gone',
      { source: 'home', trouble: { source: 'feed', failure: { code: 'refused', status: 404 } } },
      /feed .* its home page instead\.$/,
    ],
    [
      'feed and home page are',
      { source: 'entries', trouble: { source: 'feed', failure: { code: 'unreachable' } } },
      /its list of all posts instead\.$/,
    ],
    [
      'only the pages by year work',
      { source: 'year', trouble: { source: 'feed', failure: { code: 'refused', status: 404 } } },
      /its pages by year instead\.$/,
    ],
    [
      'the home page is',
      { source: 'feed', trouble: { source: 'home', failure: { code: 'slow' } } },
      /^The blog's home page/,
    ],
    [
      'the list is',
      { source: 'feed', trouble: { source: 'entries', failure: { code: 'refused', status: 500 } } },
      /^The blog's list of all/,
    ],
  ])('%s', (_, health, sentence) => {
    const text = troubleText({ failures: 0, traffic: {}, ...health });
    if (sentence) expect(text).toMatch(sentence);
    else expect(text).toBeUndefined();
  });
});

describe('says why the library does not open', () => {
  const refused: Health = { ...HEALTH, failure: { code: 'libraryRefused' } };
  it.each([
    ['for a reason that is known', new LibraryClosed('libraryNewer'), HEALTH, /newer version/],
    ['for another', new Error('What?'), HEALTH, /^Your library could not be opened/],
    ['in a private window', new LibraryClosed('libraryPrivate'), HEALTH, /^This is a private window/],
    ['where all windows are private', new LibraryClosed('libraryPrivate'), refused, /never to remember history/],
    ['before anything is known of the checks', new LibraryClosed('libraryPrivate'), undefined, /^This is a private/],
  ])('%s', (_, error, health, sentence) => expect(libraryFailureText(error, health)).toMatch(sentence));
});
