import type { CDPSession } from 'puppeteer-core';

/**
 * By how many bytes the JS heaps of these threads grew at most during a piece of work, with garbage that was not collected
 * yet, and with the buffers and strings that lie outside of a heap. A thread that is busy tells as soon as it pauses.
 */
export async function heapGrowth(threads: readonly CDPSession[], work: () => Promise<unknown>): Promise<number> {
  await Promise.all(threads.map((thread) => thread.send('HeapProfiler.collectGarbage')));
  const before = await usedBy(threads);
  let most = before;
  let isOver = false;
  const working = work().finally(() => {
    isOver = true;
  });
  while (!isOver) most = Math.max(most, await usedBy(threads));
  await working;
  return most - before;
}

/** How many bytes of a thread's JS heap are in use once garbage is collected. */
export async function heapInUse(thread: CDPSession): Promise<number> {
  // What the first collection lets go of may have held something else.
  for (let turn = 0; turn < 2; turn++) await thread.send('HeapProfiler.collectGarbage');
  return (await thread.send('Runtime.getHeapUsage')).usedSize;
}

async function usedBy(threads: readonly CDPSession[]): Promise<number> {
  const usages = await Promise.all(threads.map((thread) => thread.send('Runtime.getHeapUsage')));
  return usages.reduce((sum, { usedSize, backingStorageSize }) => sum + usedSize + backingStorageSize, 0);
}
