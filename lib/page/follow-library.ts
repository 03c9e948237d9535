import { onChange } from '../revision.ts';

/**
 * Calls the listener after every change of the library. A page in the back/forward cache hears nothing, so the listener
 * is also called when the page is shown again.
 */
export function followLibrary(listener: () => void, signal: AbortSignal): void {
  const stop = onChange(listener);
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener();
  };
  window.addEventListener('pageshow', onShow, { signal });
  signal.addEventListener('abort', stop);
}
