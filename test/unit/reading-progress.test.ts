import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followProgress } from '../../lib/page/reading-progress.ts';

/** A text of ten screens, scrolled so far. */
let top = 0;
const element = () => {
  const text = document.createElement('div');
  text.getBoundingClientRect = () => new DOMRect(0, top, 100, innerHeight * 10);
  return text;
};
let stop = new AbortController();
const report = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  report.mockClear();
  stop = new AbortController();
  top = 0;
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function scrollTo(screens: number): void {
  top = -screens * innerHeight;
  vi.stubGlobal('scrollY', -top);
  window.dispatchEvent(new Event('scroll'));
}

it('tells the place once the reader stops scrolling, and none before the reader scrolls', async () => {
  const progress = followProgress({ element, minutes: () => 2 }, report, stop.signal);
  expect(progress.value).toBe(0.1);
  await vi.advanceTimersByTimeAsync(10_000);
  scrollTo(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(report).not.toHaveBeenCalled();
  scrollTo(3);
  await vi.advanceTimersByTimeAsync(300);
  scrollTo(4);
  await vi.advanceTimersByTimeAsync(500);
  expect(report.mock.calls).toEqual([[0.5, false]]);
});

it('tells that the post is read once most was seen and half of the time was taken, and then no more', async () => {
  followProgress({ element, minutes: () => 2 }, report, stop.signal);
  scrollTo(8);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(report.mock.calls).toEqual([[0.9, false]]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(report.mock.calls.slice(1)).toEqual([[1, true]]);
  scrollTo(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(report).toHaveBeenCalledTimes(2);
});

it('does not take time for reading in which only the beginning was seen', async () => {
  followProgress({ element, minutes: () => 2 }, report, stop.signal);
  scrollTo(7);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(report.mock.calls).toEqual([[0.8, false]]);
});

it('does not count the time in which the page is behind another', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  followProgress({ element, minutes: () => 2 }, report, stop.signal);
  scrollTo(8);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(report.mock.calls).toEqual([[0.9, false]]);
  hidden.mockRestore();
  await vi.advanceTimersByTimeAsync(62_000);
  expect(report.mock.calls.slice(1)).toEqual([[1, true]]);
});

it('tells the place at once when the reader leaves', () => {
  followProgress({ element, minutes: () => 2 }, report, stop.signal);
  scrollTo(4);
  window.dispatchEvent(new Event('pagehide'));
  expect(report.mock.calls).toEqual([[0.5, false]]);
});
