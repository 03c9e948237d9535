import { type ComponentChild, render } from 'preact';
import hostCss from '../../components/page/host.css?inline';
import tokensCss from '../../components/tokens.css?inline';

/** What our controls listen to: a page could send that as if the reader had. */
const INPUT = ['click', 'input'];

/**
 * An element of ours to put into the page: what is in it is drawn apart from the page's styles, and hears only of what the
 * reader does, not of what the page's scripts pretend.
 */
export function createShadowHost(name: `liner-notes-${string}`, styles: readonly string[]): HTMLElement {
  const host = document.createElement(name);
  const style = document.createElement('style');
  style.textContent = [tokensCss, hostCss, ...styles].join('\n');
  const root = host.attachShadow({ mode: 'open' });
  root.append(style, document.createElement('div'));
  for (const type of INPUT) root.addEventListener(type, refusePretended, { capture: true });
  return host;
}

/** Draws what is in a host; the focus stays there, also when what had it is gone. */
export function drawIn(host: HTMLElement, content: ComponentChild): void {
  const focused = host.shadowRoot?.activeElement;
  const root = rootOf(host);
  render(content, root);
  if (focused && !focused.isConnected) root.querySelector('section')?.focus();
}

/** Where the content of a shadow host is drawn. */
export function rootOf(host: HTMLElement): Element {
  const root = host.shadowRoot?.lastElementChild;
  if (!root) throw new Error(`${host.localName} has no shadow root`);
  return root;
}

function refusePretended(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
