import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createChecking } from '../../lib/checking.ts';
import type { CheckAnswer } from '../../lib/messages.ts';
import { sendMessage } from '../../lib/messages.ts';

vi.mock(import('../../lib/messages.ts'), async (original) => ({ ...(await original()), sendMessage: vi.fn() }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

it('tells that the blog was checked, and what runs meanwhile', async () => {
  answer({ kind: 'checked' });
  const { running, told, check } = createChecking();
  const checked = check();
  expect(running.value).toBe(true);
  await checked;
  expect(running.value).toBe(false);
  expect(told.value).toEqual({ kind: 'checked' });
});

it('tells that there is none now, until there can be one', async () => {
  const wait = { kind: 'wait', until: Date.now() + 7000 } as const;
  answer(wait);
  const { told, check } = createChecking();
  await check();
  expect(told.value).toEqual(wait);
  await vi.advanceTimersByTimeAsync(7000);
  expect(told.value).toBeUndefined();
});

it('leaves it to the health to tell of a failure', async () => {
  answer({ kind: 'checked' }, { kind: 'failed', failure: { code: 'slow' } });
  const { told, check } = createChecking();
  await check();
  await check();
  expect(told.value).toBeUndefined();
});

it('makes the first check as soon as there can be one, and tells nothing of it', async () => {
  answer({ kind: 'wait', until: Date.now() + 3000 }, { kind: 'checked' });
  const { told, checkFirst } = createChecking();
  const checked = checkFirst();
  await vi.advanceTimersByTimeAsync(3000);
  await checked;
  expect(sendMessage).toHaveBeenCalledTimes(2);
  expect(told.value).toBeUndefined();
});

function answer(...answers: readonly CheckAnswer[]): void {
  for (const next of answers) vi.mocked(sendMessage).mockResolvedValueOnce(next);
}
