/** Says what is true now, one thing after the other; what was overtaken before its turn is never said. */
export interface Latest<T> {
  say(value: T): void;
  /** Ends with what was said last, or throws what saying anything has thrown. */
  end(): Promise<void>;
}

/** Nobody who has something to be said waits until it is. */
export function sayingLatest<T extends object>(saying: (value: T) => Promise<void>): Latest<T> {
  let next: T | undefined;
  let running: Promise<void> | undefined;
  const sayAll = async () => {
    for (let value = next; value; value = next) {
      next = undefined;
      await saying(value);
    }
    running = undefined;
  };
  return {
    say(value) {
      next = value;
      if (running) return;
      running = sayAll();
      // Whoever ends it is told.
      running.catch(() => {});
    },
    async end() {
      await running;
    },
  };
}
