/**
 * Writes what it is given, together with whatever comes while something is written: each time has its price, however little there
 * is to write. Resolves once that is written, and throws what writing has thrown; after that nothing more is written.
 */
export function inBatches<T>(write: (batch: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let batch: T[] = [];
  let writing = Promise.resolve();
  let next: Promise<void> | undefined;
  const writeBatch = () => {
    const now = batch;
    [batch, next] = [[], undefined];
    writing = write(now);
    return writing;
  };
  return (item) => {
    batch.push(item);
    next ??= writing.then(writeBatch);
    return next;
  };
}
