import { expect, it } from 'vitest';
import { inBatches } from '../../lib/poll/in-batches.ts';

it('writes what comes while something is written in one go, and tells each when it is written', async () => {
  const written: number[][] = [];
  const writes: PromiseWithResolvers<void>[] = [];
  const write = inBatches<number>((batch) => {
    written.push([...batch]);
    const writing = Promise.withResolvers<void>();
    writes.push(writing);
    return writing.promise;
  });
  const first = write(1);
  await expect.poll(() => written).toEqual([[1]]);
  const told: number[] = [];
  const others = [2, 3, 4].map((n) => write(n).then(() => told.push(n)));
  writes[0]?.resolve();
  await first;
  await expect.poll(() => written).toEqual([[1], [2, 3, 4]]);
  expect(told).toEqual([]);
  writes[1]?.resolve();
  await Promise.all(others);
  expect(told).toEqual([2, 3, 4]);
});

it('tells all whose batch could not be written, and all who come later, and tries no more', async () => {
  let writes = 0;
  const write = inBatches<number>(async (batch) => {
    writes += 1;
    if (batch.includes(2)) throw new Error('no room');
  });
  await write(1);
  await Promise.all([2, 3].map((n) => expect(write(n)).rejects.toThrow('no room')));
  await expect(write(4)).rejects.toThrow('no room');
  expect(writes).toBe(2);
});
