import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether the device has a network, as far as the browser knows. */
export function createOnline(): ReadonlySignal<boolean> {
  const online = signal(navigator.onLine);
  for (const event of ['online', 'offline']) {
    window.addEventListener(event, () => {
      online.value = navigator.onLine;
    });
  }
  return online;
}
