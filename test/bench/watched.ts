import type { browser } from 'wxt/browser';
import type { Health } from '../../lib/health.ts';

declare const chrome: typeof browser;

declare global {
  var linerNotesSeen: Seen | undefined;
}

/** What is seen, in one context of the extension, of its doings. */
interface Seen {
  onChecked?: () => void;
  /** Transactions in which the library could be written. */
  readonly writing: Set<IDBTransaction>;
}

// These run in a context of the extension: they can use nothing but what they are given, and each other not at all.

/** To be run first, and once. */
export function watch(): void {
  const seen: Seen = { writing: new Set() };
  globalThis.linerNotesSeen = seen;
  chrome.storage.onChanged.addListener(({ health }) => {
    const [before, after] = [health?.oldValue, health?.newValue] as (Health | undefined)[];
    if (before?.checkedAt !== after?.checkedAt) seen.onChecked?.();
  });
  // Whatever is read or written goes through the stores of a transaction, in Dexie too.
  const { objectStore } = IDBTransaction.prototype;
  IDBTransaction.prototype.objectStore = function (this: IDBTransaction, name: string) {
    if (this.mode !== 'readonly') seen.writing.add(this);
    return objectStore.call(this, name);
  };
}

export async function makeDue(): Promise<void> {
  const { health } = await chrome.storage.local.get<{ health: Health }>('health');
  await chrome.storage.local.set({ health: { ...health, dueAt: 0 } });
}

/** In the background: milliseconds from the event of a network that is back until every context can know of the check. */
export async function timedCheck(): Promise<number> {
  const checked = new Promise<void>((resolve) => {
    if (globalThis.linerNotesSeen) globalThis.linerNotesSeen.onChecked = resolve;
  });
  const start = performance.now();
  self.dispatchEvent(new Event('online'));
  await checked;
  return performance.now() - start;
}

/** In a page: milliseconds from a change of what is stored, which starts the background, until the check is known of. */
export async function timedStart(): Promise<number> {
  const { health } = await chrome.storage.local.get<{ health: Health }>('health');
  const checked = new Promise<void>((resolve) => {
    if (globalThis.linerNotesSeen) globalThis.linerNotesSeen.onChecked = resolve;
  });
  const start = performance.now();
  await chrome.storage.local.set({ health: { ...health, dueAt: 0 } });
  await checked;
  return performance.now() - start;
}

/** Milliseconds of a bare fetch. Without the browser's cache, as the extension asks too: else no body would come. */
export async function timedFetch(url: string): Promise<number> {
  const start = performance.now();
  await fetch(url, { cache: 'no-store' }).then((response) => response.text());
  return performance.now() - start;
}

export function writesSeen(): number {
  return globalThis.linerNotesSeen?.writing.size ?? 0;
}
