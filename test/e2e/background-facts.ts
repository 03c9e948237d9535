import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { Health } from '../../lib/health.ts';
import type { Settings } from '../../lib/settings.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';

declare const chrome: typeof browser;

/** Any file of the extension has its rights, and this one runs none of its code. */
const BARE_PAGE = 'icon.svg';

/** What the extension has noted of its checks. */
export function healthOf(session: Session): Promise<Health> {
  return withBarePage(session, (page) =>
    page.evaluate(async () => (await chrome.storage.local.get('health'))['health'] as Health),
  );
}

/** When the alarm of this name rings, in ms since 1970; undefined if it is not set. */
export function alarmAt(session: Session, name = 'poll'): Promise<number | undefined> {
  return withBarePage(session, (page) =>
    page.evaluate(async (name) => (await chrome.alarms.get(name))?.scheduledTime, name),
  );
}

/** Stores settings as the options page does. */
export function storeSettings(session: Session, settings: Partial<Settings>): Promise<void> {
  return withBarePage(session, (page) => page.evaluate((settings) => chrome.storage.local.set({ settings }), settings));
}

/** Has so much time passed for the extension: all that it has noted of times, and its alarms, lie so much earlier. */
export function letTimePass(session: Session, ms: number): Promise<void> {
  return withBarePage(session, (page) => page.evaluate(shiftTimes, ms));
}

/** Lets the time pass until the next check comes by itself, and waits for its end. */
export async function letNextCheckCome(session: Session): Promise<void> {
  const { checkedAt, dueAt = 0 } = await healthOf(session);
  // The alarm rings later than that where a check was stopped on its way.
  const next = Math.max(dueAt, (await alarmAt(session)) ?? 0);
  await letTimePass(session, Math.max(0, next - Date.now()));
  const isOver = async () => ((await healthOf(session)).checkedAt ?? 0) > (checkedAt ?? 0);
  await waitFor(isOver, 'the next check');
}

async function withBarePage<T>(session: Session, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await session.openExtensionPage(BARE_PAGE);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
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
