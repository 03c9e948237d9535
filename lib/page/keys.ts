import { DOCK } from './footprint.ts';

/** Where keys write, or choose. */
const FIELDS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role$="box"], [role="menu"], [role="application"]';

/** What a key does; false if there was nothing to do, and the key is the page's and the browser's. */
export type Keys = Readonly<Record<string, () => unknown>>;

/**
 * Has single keys do something on the page, as long as they are on: never while the reader types, never with a modifier, and
 * never a key that the page has made its own.
 */
export function followKeys(keys: Keys, isOn: () => boolean, signal: AbortSignal): void {
  const act = (event: KeyboardEvent) => {
    const key = keys[event.key];
    if (key && isOn() && !isTaken(event) && key() !== false) event.preventDefault();
  };
  // Anew for each key: so it comes after every listener of the page, and hears whether one of them has used the key.
  const putLast = () => {
    window.removeEventListener('keydown', act);
    window.addEventListener('keydown', act, { signal, once: true });
  };
  window.addEventListener('keydown', putLast, { signal, capture: true });
}

function isTaken(event: KeyboardEvent): boolean {
  const { isTrusted, defaultPrevented, isComposing, altKey, ctrlKey, metaKey } = event;
  if (!isTrusted || defaultPrevented || isComposing || altKey || ctrlKey || metaKey) return true;
  if (event.key === 'Escape' && document.activeElement?.localName === DOCK) return false;
  const [target] = event.composedPath();
  return document.querySelector(':modal') !== null || (target instanceof Element && target.closest(FIELDS) !== null);
}
