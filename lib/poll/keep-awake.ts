import { browser } from 'wxt/browser';

const PULSE_MS = 20_000;

/**
 * Does a piece of work that may take longer than the 30 s of doing nothing after which the browsers stop a background: any
 * call of the extension API counts as doing something.
 */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE_MS);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
  }
}
