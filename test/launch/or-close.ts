import type { Browser } from 'puppeteer-core';

/** Does the rest of a launch; a failure closes the browser, so that none is left behind. */
export async function orClose<T>(browser: Browser, rest: () => Promise<T>): Promise<T> {
  try {
    return await rest();
  } catch (error) {
    await browser.close();
    throw error;
  }
}
