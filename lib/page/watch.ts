/**
 * Calls the listener after the page has changed, once for all changes of a turn: a page that undoes what the listener
 * does can't hold up the browser.
 */
export function watchPage(listener: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    if (records.every(isOurs)) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function isOurs({ addedNodes, removedNodes }: MutationRecord): boolean {
  const nodes = [...addedNodes, ...removedNodes];
  return nodes.length > 0 && nodes.every(({ nodeName }) => nodeName.startsWith('LINER-NOTES-'));
}
