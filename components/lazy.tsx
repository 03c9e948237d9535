import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';

/**
 * A component that is loaded when it is shown for the first time; until then nothing is in its place. What could not be
 * loaded is tried again when it is shown anew.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ReadonlySignal<ComponentType<Props> | undefined> | undefined;
  const forget = (error: unknown) => {
    console.error(error);
    loaded = undefined;
  };
  return (props: Props) => {
    const [shown] = useState(() => {
      loaded ??= loading(load, forget);
      return loaded;
    });
    const Component = shown.value;
    return Component ? <Component {...props} /> : null;
  };
}

function loading<T>(load: () => Promise<T>, onFailed: (error: unknown) => void): ReadonlySignal<T | undefined> {
  const loaded = signal<T>();
  load().then((value) => {
    loaded.value = value;
  }, onFailed);
  return loaded;
}
