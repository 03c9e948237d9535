import { browser } from 'wxt/browser';
import { flashOutcome, type Work } from './flash-outcome.ts';
import { markAddress } from './mark-address.ts';

/**
 * Does what the reader presses keys for anywhere in the browser, by the names in the manifest; to be called in the first turn
 * of the background.
 */
export function followCommands(check: Work): void {
  const works: Readonly<Record<string, Work>> = {
    'open-library': openLibraryPage,
    'check-now': check,
    'save-page': saveShownPost,
  };
  browser.commands.onCommand.addListener(async (name) => {
    const work = works[name];
    if (work) await flashOutcome(work);
  });
}

async function openLibraryPage(): Promise<undefined> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
}

/** Of other sites' pages the browser does not tell the address, and they have no post to save. */
async function saveShownPost(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return markAddress(tab?.url ?? '', 'saved');
}
