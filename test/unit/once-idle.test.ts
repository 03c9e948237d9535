import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onceIdle } from '../../lib/once-idle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('acts after a while, once', () => {
  const act = vi.fn();
  onceIdle(10_000, () => false, act);
  vi.advanceTimersByTime(9999);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledOnce();
});

it('waits as long as something is used', () => {
  const act = vi.fn();
  let isUsed = true;
  onceIdle(10_000, () => isUsed, act);
  vi.advanceTimersByTime(60_000);
  expect(act).not.toHaveBeenCalled();
  isUsed = false;
  vi.advanceTimersByTime(2000);
  expect(act).toHaveBeenCalledOnce();
});

it('does nothing once it is called off', () => {
  const act = vi.fn();
  const isUsed = vi.fn(() => true);
  const callOff = onceIdle(10_000, isUsed, act);
  vi.advanceTimersByTime(11_000);
  callOff();
  isUsed.mockReturnValue(false);
  vi.advanceTimersByTime(60_000);
  expect(act).not.toHaveBeenCalled();
});
