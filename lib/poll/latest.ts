/** Says what is true now, with a rest before each time; what was overtaken meanwhile is never said. */
export interface Latest<T> {
  say(value: T): void;
  /** Leaves unsaid what waits; throws what saying anything has thrown. */
  end(): Promise<void>;
}

/** Nobody who has something to be said waits until it is. */
export function sayingLatest<T extends object>(saying: (value: T) => Promise<void>, restMs: number): Latest<T> {
  let next: T | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const sayNext = async () => {
    const value = next;
    next = undefined;
    if (value) await saying(value);
    timer = undefined;
    if (next) sayLater();
  };
  const sayLater = () => {
    timer ??= setTimeout(() => {
      running = sayNext();
      // Whoever ends it is told.
      running.catch(() => {});
    }, restMs);
  };
  return {
    say(value) {
      next = value;
      sayLater();
    },
    async end() {
      clearTimeout(timer);
      next = undefined;
      await running;
    },
  };
}
