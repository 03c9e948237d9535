import { browser } from 'wxt/browser';

/**
 * Tells the content script when another one has come in its place, or the extension has been updated, disabled or removed.
 * The build puts it in the place of WXT's own, which tells the page that the extension is there, and is much that is not used
 * here.
 */
export class ContentScriptContext {
  readonly #end = new AbortController();

  constructor() {
    const { id } = browser.runtime;
    // After an update, and sometimes at an installation, Firefox gives a page a second one. No page knows this id there.
    document.dispatchEvent(new CustomEvent(id));
    document.addEventListener(id, () => this.#end.abort(), { signal: this.signal });
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Whether the script has nobody to ask any more. The browser does not say when that happens: whoever asks finds out. */
  get isInvalid(): boolean {
    if (!browser.runtime?.id) this.#end.abort();
    return this.signal.aborted;
  }

  onInvalidated(callback: () => void): void {
    this.signal.addEventListener('abort', callback);
  }
}
