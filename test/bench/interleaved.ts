import { median } from './figure.ts';

const WARM_UP = 4;

/** The medians of two times in ms, measured so often, in turns: whatever else the machine does falls on both. */
export async function mediansOf(
  runs: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<[number, number]> {
  const both = [
    { measure: first, times: [] as number[] },
    { measure: second, times: [] as number[] },
  ] as const;
  for (let run = -WARM_UP; run < runs; run++) {
    // Neither is always the one that comes second.
    for (const { measure, times } of run % 2 === 0 ? both : both.toReversed()) {
      const time = await measure();
      if (run >= 0) times.push(time);
    }
  }
  return [median(both[0].times), median(both[1].times)];
}
