import { browser } from 'wxt/browser';

const KEY = 'revision';

/**
 * Tells every context that the library has changed: the background, which may be asleep, and the blog's open pages.
 * Extension pages that are open hear of it from Dexie already.
 */
export async function announceChange(): Promise<void> {
  await browser.storage.local.set({ [KEY]: crypto.randomUUID() });
}

/** Calls the listener after every change of the library, made anywhere; answers how to stop that. */
export function onChange(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>) => {
    if (KEY in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
