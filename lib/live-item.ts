import { type ReadonlySignal, signal } from '@preact/signals';
import { getHealth, type Health, onHealthChange, UNKNOWN } from './health.ts';
import { DEFAULTS, getSettings, onSettingsChange, type Settings } from './settings.ts';

/**
 * A signal of something that is kept outside the library: undefined until it is read, then whatever any context makes of it.
 * Where it cannot be read the fallback stands in.
 */
export function liveItem<T>(
  get: () => Promise<T>,
  follow: (listener: (value: T) => void) => void,
  fallback: T,
): ReadonlySignal<T | undefined> {
  const item = signal<T>();
  follow((value) => {
    item.value = value;
  });
  void get()
    .catch((error: unknown) => {
      console.error(error);
      return fallback;
    })
    .then((value) => {
      // A change that was heard of meanwhile is newer than what was read.
      item.value ??= value;
    });
  return item;
}

export function liveHealth(): ReadonlySignal<Health | undefined> {
  return liveItem(getHealth, onHealthChange, UNKNOWN);
}

export function liveSettings(): ReadonlySignal<Settings | undefined> {
  return liveItem(getSettings, onSettingsChange, DEFAULTS);
}
