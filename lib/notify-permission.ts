import type { ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { liveItem } from './live-item.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Whether the browser lets us notify, as far as it is known yet: the reader can change that there, too. */
export function liveNotifyPermission(): ReadonlySignal<boolean | undefined> {
  const follow = (listener: (allowed: boolean) => void) => {
    const look = async () => listener(await isAllowed());
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
  };
  return liveItem(isAllowed, follow, false);
}

/** Has the browser ask the reader, if it has to; only in the very turn in which the reader presses a control. */
export function requestNotifyPermission(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS);
}

function isAllowed(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS);
}
