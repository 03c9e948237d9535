import type { Page } from 'puppeteer-core';
import { openFirefoxChrome } from './firefox-chrome.ts';
import type { Session } from './launch.ts';
import { waitFor } from './wait-for.ts';

const FIREFOX_PREFERENCE = 'layout.css.prefers-color-scheme.content-override';

/** Shows the pages as they look to a person who has chosen dark. */
export async function switchToDark({ name, browser }: Session, pages: readonly Page[]): Promise<void> {
  if (name === 'firefox') {
    const chrome = await openFirefoxChrome(browser);
    await chrome.run(`Services.prefs.setIntPref('${FIREFOX_PREFERENCE}', 0);`);
  } else {
    const dark = [{ name: 'prefers-color-scheme', value: 'dark' }];
    await Promise.all(pages.map((page) => page.emulateMediaFeatures(dark)));
  }
  for (const page of pages) await waitFor(() => page.evaluate(isDark), 'the page to be dark');
}

function isDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
