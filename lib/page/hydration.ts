/** How long after `load` a Next.js page that never says that it is hydrated is taken to be, in ms. */
const GIVE_UP_AFTER = 3_000;

/** The page's own work goes first, but no longer than so. */
const PATIENCE_MS = 500;

/**
 * Resolves once the page's own script has taken over the HTML that the server rendered: a change made to it earlier
 * would make React throw that HTML away. A page without Next.js is ready as it is, and so is one that nobody waits for any more.
 *
 * Next.js appends `next-route-announcer` to the body in an effect, hence after hydration, in both of its routers:
 * https://github.com/vercel/next.js/blob/canary/packages/next/src/client/components/app-router-announcer.tsx
 */
export function whenHydrated(signal: AbortSignal): Promise<void> {
  if (!document.querySelector('script[src*="/_next/"]')) return Promise.resolve();
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      observer.disconnect();
      clearTimeout(timer);
      requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    };
    const check = () => {
      if (document.querySelector('next-route-announcer')) settle();
    };
    const observer = new MutationObserver(check);
    observer.observe(document.documentElement, { childList: true, subtree: true });
    whenLoaded(signal, () => {
      timer = setTimeout(settle, GIVE_UP_AFTER);
    });
    signal.addEventListener('abort', settle);
    check();
  });
}

function whenLoaded(signal: AbortSignal, listener: () => void): void {
  if (document.readyState === 'complete') listener();
  else window.addEventListener('load', listener, { once: true, signal });
}
