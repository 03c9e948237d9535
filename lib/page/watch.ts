import { isOurs } from '../parse/shadow-content.ts';

/**
 * Calls the listener after the page has changed, once for all changes of a turn: a page that undoes what the listener
 * does can't hold up the browser. It is told whether there may be other links than before.
 */
export function watchPage(listener: (haveLinksChanged: boolean) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let haveLinksChanged = false;
  const observer = new MutationObserver((records) => {
    const changed = records.filter((record) => !isOurWork(record));
    if (changed.length === 0) return;
    haveLinksChanged ||= changed.some(mayHoldLinks);
    timer ??= setTimeout(() => {
      timer = undefined;
      listener(haveLinksChanged);
      haveLinksChanged = false;
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function isOurWork(record: MutationRecord): boolean {
  const nodes = nodesOf(record);
  return nodes.length > 0 && nodes.every((node) => node instanceof Element && isOurs(node));
}

/** Most texts and pictures are no matter. A custom element may hold links, and a card may get its title late. */
function mayHoldLinks(record: MutationRecord): boolean {
  if (record.type === 'attributes' || (record.target as Element).closest?.('a, h2, h3')) return true;
  return nodesOf(record).some(
    (node) => node instanceof Element && (node.firstElementChild || node.shadowRoot || /^a$|-/.test(node.localName)),
  );
}

function nodesOf({ addedNodes, removedNodes }: MutationRecord): Node[] {
  return [...addedNodes, ...removedNodes];
}
