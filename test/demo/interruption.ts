const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const before = new Set(SIGNALS.flatMap((signal) => process.listeners(signal)));

/**
 * Resolves when this process is asked to end, which from now on it does by itself no more. To be called after the launch:
 * puppeteer's own listeners, which are taken away, would end this process before anything is put away.
 */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      for (const listener of process.listeners(signal)) if (!before.has(listener)) process.off(signal, listener);
      process.on(signal, () => resolve());
    }
  });
}
