/** How long after `load` a Next.js page that never says that it is hydrated is taken to be, in ms. */
const GIVE_UP_AFTER = 3_000;

/**
 * Resolves once the page's own script has taken over the HTML that the server rendered: a change made to it earlier
 * would make React throw that HTML away. A page without Next.js is ready as it is.
 *
 * Next.js appends `next-route-announcer` to the body in an effect, hence after hydration, in both of its routers:
 * https://github.com/vercel/next.js/blob/canary/packages/next/src/client/components/app-router-announcer.tsx
 */
export function whenHydrated(signal: AbortSignal): Promise<void> {
  if (!document.querySelector('script[src*="/_next/"]')) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = new AbortController();
    const settle = () => {
      stop.abort();
      resolve();
    };
    const check = () => {
      if (document.querySelector('next-route-announcer')) settle();
    };
    const observer = new MutationObserver(check);
    stop.signal.addEventListener('abort', () => observer.disconnect());
    signal.addEventListener('abort', () => stop.abort(), { signal: stop.signal });
    observer.observe(document.documentElement, { childList: true, subtree: true });
    whenLoaded(stop.signal, () => {
      const timer = setTimeout(settle, GIVE_UP_AFTER);
      stop.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    check();
  });
}

function whenLoaded(signal: AbortSignal, listener: () => void): void {
  if (document.readyState === 'complete') listener();
  else window.addEventListener('load', listener, { once: true, signal });
}
