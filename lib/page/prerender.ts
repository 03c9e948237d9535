/** Resolves once the reader sees the page: a browser may load one ahead that nobody has opened yet. */
export function whenSeen(): Promise<void> {
  if (!('prerendering' in document) || !document.prerendering) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
}
