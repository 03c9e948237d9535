import { browser } from 'wxt/browser';
import type { MissingPicture } from '../store/offline-copy.ts';

/** The servers of the pictures that only those may read whom the reader has permitted to. */
export function forbiddenHosts(missing: readonly MissingPicture[]): string[] {
  const forbidden = missing.filter(({ code }) => code === 'forbidden');
  return [...new Set(forbidden.map(({ address }) => new URL(address).hostname))];
}

/** Has the browser ask the reader; only in the very turn in which the reader presses a control. */
export function requestHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
}
