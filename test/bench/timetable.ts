const BUCKET_MS = 1000;

/** When each of many has something to do next. All times are in ms since 1970. */
export interface Timetable {
  /** For one that has nothing to do yet, or whose turn it just was. What comes after the end never comes. */
  put(one: number, time: number): void;
  /** Visits all in the order of time, as exact as a second; a visitor may put the one it visits in again. */
  run(visit: (one: number, time: number) => void, until?: number): void;
}

/** A timetable of seconds, each with a chain of those that have something to do in it: quick enough for a million. */
export function createTimetable(count: number, start: number, end: number): Timetable {
  const first = new Int32Array((end - start) / BUCKET_MS).fill(-1);
  const next = new Int32Array(count);
  const times = new Float64Array(count);
  let bucket = 0;
  return {
    put(one, time) {
      if (time >= end) return;
      const its = Math.floor((time - start) / BUCKET_MS);
      times[one] = time;
      next[one] = first[its] ?? -1;
      first[its] = one;
    },
    run(visit, until = end) {
      for (; start + bucket * BUCKET_MS < until; bucket++) {
        for (let one = first[bucket] ?? -1; one >= 0; one = first[bucket] ?? -1) {
          first[bucket] = next[one] ?? -1;
          visit(one, times[one] ?? 0);
        }
      }
    },
  };
}
