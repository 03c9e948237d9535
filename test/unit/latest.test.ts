import { expect, it } from 'vitest';
import { sayingLatest } from '../../lib/poll/latest.ts';

it('says the first and the last, one after the other, and not what was overtaken', async () => {
  const said: number[] = [];
  let isSaying = false;
  const latest = sayingLatest<{ n: number }>(async ({ n }) => {
    expect(isSaying).toBe(false);
    isSaying = true;
    await Promise.resolve();
    said.push(n);
    isSaying = false;
  });
  for (const n of [1, 2, 3, 4]) latest.say({ n });
  await latest.end();
  expect(said).toEqual([1, 4]);
  latest.say({ n: 5 });
  await latest.end();
  expect(said).toEqual([1, 4, 5]);
});

it('throws at its end what saying has thrown', async () => {
  const latest = sayingLatest<{ n: number }>(() => Promise.reject(new Error('no room')));
  latest.say({ n: 1 });
  latest.say({ n: 2 });
  await expect(latest.end()).rejects.toThrow('no room');
});
