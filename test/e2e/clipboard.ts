import type { Page } from 'puppeteer-core';

/** From now on, what is copied goes into a variable: no test can read the clipboard in both browsers. */
export function spyOnClipboard(page: Page): Promise<void> {
  return page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      (globalThis as { copied?: string }).copied = text;
    };
  });
}

/** What was copied last. */
export function copied(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (globalThis as { copied?: string }).copied);
}
