import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { isOutOfRoom, libraryFailureOf } from '../../lib/store/library-failure.ts';

const full = new DOMException('No more.', 'QuotaExceededError');

it.each([
  ['of the browser', full],
  ['that Dexie has wrapped', new Dexie.AbortError('Aborted', full)],
  [
    'of one of many rows',
    new Dexie.BulkError('1 of 2 operations failed', { 0: new DOMException('', 'AbortError'), 1: full }),
  ],
])('finds that there is no room in an error %s', (_, error) => {
  expect(isOutOfRoom(error)).toBe(true);
  expect(libraryFailureOf(error)).toMatchObject({ failure: { code: 'libraryRefused' } });
});

it('does not take another error of one of many rows for that', () => {
  const error = new Dexie.BulkError('1 of 2 operations failed', { 0: new DOMException('', 'ConstraintError') });
  expect(isOutOfRoom(error)).toBe(false);
  expect(libraryFailureOf(error)).toBeUndefined();
});
