/** An element of ours to put into the page: what is in it is drawn apart from the page's styles. */
export function createShadowHost(name: `liner-notes-${string}`, styles: readonly string[]): HTMLElement {
  const host = document.createElement(name);
  const style = document.createElement('style');
  style.textContent = styles.join('\n');
  host.attachShadow({ mode: 'open' }).append(style, document.createElement('div'));
  return host;
}

/** Where the content of a shadow host is rendered. */
export function rootOf(host: HTMLElement): Element {
  const root = host.shadowRoot?.lastElementChild;
  if (!root) throw new Error(`${host.localName} has no shadow root`);
  return root;
}
