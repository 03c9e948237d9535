import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sayingLatest } from '../../lib/poll/latest.ts';

const REST_MS = 100;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('says only what is latest, and rests before each time', async () => {
  const { latest, begun } = listened();
  for (const n of [1, 2, 3]) latest.say({ n });
  await vi.advanceTimersByTimeAsync(REST_MS - 1);
  expect(begun).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual([3]);
  for (const n of [4, 5]) latest.say({ n });
  await vi.advanceTimersByTimeAsync(REST_MS);
  expect(begun).toEqual([3, 5]);
});

it('says one thing after the other, however long that takes', async () => {
  const { latest, said, begun } = listened(3 * REST_MS);
  latest.say({ n: 1 });
  await vi.advanceTimersByTimeAsync(2 * REST_MS);
  latest.say({ n: 2 });
  latest.say({ n: 3 });
  await vi.advanceTimersByTimeAsync(REST_MS);
  expect(begun).toEqual([1]);
  await vi.advanceTimersByTimeAsync(10 * REST_MS);
  expect(said).toEqual([1, 3]);
});

it('leaves unsaid what waits in the end, and waits for what is being said', async () => {
  const { latest, said, begun } = listened(REST_MS);
  latest.say({ n: 1 });
  await vi.advanceTimersByTimeAsync(REST_MS);
  latest.say({ n: 2 });
  const ending = latest.end();
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(10 * REST_MS);
  await ending;
  expect(begun).toEqual([1]);
  expect(said).toEqual([1]);
});

it('throws at its end what saying has thrown', async () => {
  const latest = sayingLatest<{ n: number }>(() => Promise.reject(new Error('no room')), REST_MS);
  latest.say({ n: 1 });
  await vi.advanceTimersByTimeAsync(REST_MS);
  latest.say({ n: 2 });
  await expect(latest.end()).rejects.toThrow('no room');
});

/** What was begun to be said, and said. */
function listened(takesMs = 0) {
  const [begun, said]: [number[], number[]] = [[], []];
  const saying = async ({ n }: { n: number }) => {
    begun.push(n);
    if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
    said.push(n);
  };
  return { latest: sayingLatest(saying, REST_MS), begun, said };
}
