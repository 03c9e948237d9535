import type { browser } from 'wxt/browser';
import type { Health } from '../../lib/health.ts';
import type { Settings } from '../../lib/settings.ts';
import type { Saving } from '../../lib/store/offline-copy.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';

declare const chrome: typeof browser;

/** What the extension has noted of its checks. */
export async function healthOf(session: Session): Promise<Health> {
  const page = await session.barePage();
  return page.evaluate(async () => (await chrome.storage.local.get('health'))['health'] as Health);
}

/** When the alarm of this name rings, in ms since 1970; undefined if it is not set. */
export async function alarmAt(session: Session, name = 'poll'): Promise<number | undefined> {
  const page = await session.barePage();
  return page.evaluate(async (name) => (await chrome.alarms.get(name))?.scheduledTime, name);
}

/** Stores settings as the options page does. */
export async function storeSettings(session: Session, settings: Partial<Settings>): Promise<void> {
  const page = await session.barePage();
  await page.evaluate((settings) => chrome.storage.local.set({ settings }), settings);
}

/** Whether the page is open, which nobody sees, that takes apart what the blog has answered. */
export async function isParserOpen(session: Session): Promise<boolean> {
  const page = await session.barePage();
  return page.evaluate(session.name === 'firefox' ? hasFrame : hasOffscreenPage);
}

async function hasFrame(): Promise<boolean> {
  const background = (await chrome.runtime.getBackgroundPage()) as (Window & typeof globalThis) | null;
  return background !== null && background.document.querySelector('iframe') !== null;
}

async function hasOffscreenPage(): Promise<boolean> {
  return (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;
}

/** Has so much time passed for the extension: all that it has noted of times, and its alarms, lie so much earlier. */
export async function letTimePass(session: Session, ms: number): Promise<void> {
  await waitFor(() => isPlanned(session), 'the check to be over');
  const page = await session.barePage();
  await page.evaluate(shiftRests, ms);
  await page.evaluate(shiftTimes, ms);
}

/** A check shows what it has found before it notes how it went, and when the next one is due. */
async function isPlanned(session: Session): Promise<boolean> {
  const { checkedAt, dueAt = 0 } = await healthOf(session);
  return checkedAt !== undefined && (dueAt <= Date.now() || (await alarmAt(session)) === dueAt);
}

/** Lets the time pass until the next check comes by itself, and waits for its end. */
export async function letNextCheckCome(session: Session): Promise<void> {
  await waitFor(() => isPlanned(session), 'the check to be over');
  const { checkedAt, dueAt = 0 } = await healthOf(session);
  // The alarm rings later than that where a check was stopped on its way.
  const next = Math.max(dueAt, (await alarmAt(session)) ?? 0);
  await letTimePass(session, Math.max(0, next - Date.now()));
  const isNoted = async () => ((await healthOf(session)).checkedAt ?? 0) > (checkedAt ?? 0);
  await waitFor(async () => (await isNoted()) && (await isPlanned(session)), 'the next check');
}

/** Runs in a page of the extension: all that it has noted of times, and its alarms, lie so many ms earlier. */
export async function shiftTimes(ms: number): Promise<void> {
  const { health } = (await chrome.storage.local.get('health')) as { health: Record<string, unknown> };
  for (const [name, value] of Object.entries(health)) {
    if (/(At|Since|Before)$/.test(name) && typeof value === 'number') health[name] = value - ms;
  }
  await chrome.storage.local.set({ health });
  for (const { name, scheduledTime, periodInMinutes } of await chrome.alarms.getAll()) {
    const when = Math.max(scheduledTime - ms, Date.now());
    await chrome.alarms.create(name, { when, ...(periodInMinutes !== undefined && { periodInMinutes }) });
  }
}

/** Runs in a page of the extension: the posts that rest after a failure do so until so many ms earlier. */
function shiftRests(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('liner-notes');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('savings', 'readwrite');
      const savings = writing.objectStore('savings');
      const asked: IDBRequest<Saving[]> = savings.getAll();
      asked.onsuccess = () => {
        for (const saving of asked.result) {
          if (saving.restsUntil !== undefined) savings.put({ ...saving, restsUntil: saving.restsUntil - ms });
        }
      };
      writing.onabort = () => reject(writing.error);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** The names of the keys of the extension, in alphabetical order. */
export async function commandNames(session: Session): Promise<(string | undefined)[]> {
  const page = await session.barePage();
  return page.evaluate(async () => (await chrome.commands.getAll()).map(({ name }) => name).sort());
}
