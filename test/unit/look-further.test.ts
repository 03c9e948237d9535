import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLook } from '../../lib/page/look-further.ts';
import type { Card } from '../../lib/parse/card.ts';

const card = { element: document.createElement('li') } as unknown as Card;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<button class="btn-load-more">Load More</button>';
  vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(true);
  // The timers here know nothing of that one.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const late = new AbortController();
    setTimeout(() => late.abort(), ms);
    return late.signal;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('gives up on a page that brings nothing more', async () => {
  const look = createLook({ countShown: () => 0, cards: signal([]) });
  const looked = look.start();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(look.state.value).toBe('running');
  await vi.advanceTimersByTimeAsync(2_000);
  await looked;
  expect(look.state.value).toBe('stuck');
});

it('has the page load more until ten match', async () => {
  const cards = signal<readonly Card[]>([]);
  const add = () => {
    cards.value = [...cards.value, card, card, card, card];
  };
  const presses = vi.fn(() => void setTimeout(add, 100));
  document.querySelector('button')?.addEventListener('click', presses);
  const look = createLook({ countShown: () => cards.value.length, cards });
  const looked = look.start();
  await vi.advanceTimersByTimeAsync(1_000);
  await looked;
  expect(presses).toHaveBeenCalledTimes(3);
  expect(look.state.value).toBe('idle');
});
