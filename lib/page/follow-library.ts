import { onChange } from '../revision.ts';

/**
 * Calls the listener after every change of the library. A page in the back/forward cache hears nothing, so the listener
 * is also called when the page is shown again.
 */
export function followLibrary(listener: () => void, signal: AbortSignal): void {
  let stop = onChange(listener);
  const onHide = ({ persisted }: PageTransitionEvent) => {
    if (persisted) stop();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    stop = onChange(listener);
    listener();
  };
  window.addEventListener('pagehide', onHide, { signal });
  window.addEventListener('pageshow', onShow, { signal });
  signal.addEventListener('abort', () => stop());
}
