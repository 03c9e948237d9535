import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenHydrated } from '../../lib/page/hydration.ts';

const NEXT_PAGE = '<script src="/_next/static/chunks/main.js" async></script><main></main>';

describe('waiting for the page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // happy-dom has none, and is always idle.
    vi.stubGlobal('requestIdleCallback', (listener: () => void) => listener());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('takes no time on a page without Next.js', async () => {
    document.body.innerHTML = '<main></main>';
    await expect(whenHydrated(new AbortController().signal)).resolves.toBeUndefined();
  });

  it('ends when Next.js says that it has taken over', async () => {
    document.body.innerHTML = NEXT_PAGE;
    const state = observed(whenHydrated(new AbortController().signal));
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.done).toBe(false);
    document.body.append(document.createElement('next-route-announcer'));
    await vi.advanceTimersByTimeAsync(0);
    expect(state.done).toBe(true);
  });

  it('ends at once where that has happened already', async () => {
    document.body.innerHTML = `${NEXT_PAGE}<next-route-announcer></next-route-announcer>`;
    await expect(whenHydrated(new AbortController().signal)).resolves.toBeUndefined();
  });

  it('ends three seconds after the page has loaded, should Next.js no longer say it', async () => {
    document.body.innerHTML = NEXT_PAGE;
    const state = observed(whenHydrated(new AbortController().signal));
    await vi.advanceTimersByTimeAsync(2999);
    expect(state.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.done).toBe(true);
  });
});

function observed(promise: Promise<void>): { done: boolean } {
  const state = { done: false };
  void promise.then(() => {
    state.done = true;
  });
  return state;
}
