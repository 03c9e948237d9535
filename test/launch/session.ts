import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  browser: BrowserName;
  /** Port of the replica, an HTTPS proxy on 127.0.0.1; absent: the real network. */
  proxyPort?: number;
  /** Default: true. */
  headless?: boolean;
  /** Folder of the built extension; default: the one that `npm run build` makes for this browser. */
  extension?: string;
  /** An existing profile folder, kept after closing; default: a fresh one, deleted after closing. */
  profile?: string;
  /** Firefox: the extension is in the profile, as from a store; default: it is installed anew after each start. */
  inProfile?: boolean;
  /** Firefox: milliseconds until an idle event page is unloaded; `stopBackground` then waits for that. */
  idleTimeout?: number;
}

/** A browser with the extension in it. */
export interface Session {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly profile: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  /** Every console error and warning, uncaught exception and unhandled rejection so far, from everywhere; it grows. */
  readonly problems: readonly string[];
  /** Resolves when the browser has ended, by `close()` or by the person. */
  readonly ended: Promise<void>;
  /** Opens a web page in a new tab and waits until it has loaded. Throws when it cannot be reached. */
  openPage(url: string): Promise<Page>;
  /** Opens a page of the extension, like `popup.html`, in a new tab and waits until it has loaded. */
  openExtensionPage(path: string): Promise<Page>;
  /** The text of the toolbar badge, '' when there is none. */
  badge(): Promise<string>;
  /** Stops the service worker or event page, and waits until it is gone. The next event starts it again. */
  stopBackground(): Promise<void>;
  /** Installs the extension anew over itself, as an update does. */
  updateExtension(): Promise<void>;
  /** Takes the network away from all that runs now, or gives it back. */
  setOffline(offline: boolean): Promise<void>;
  /** Closes the browser, and deletes the profile unless it was handed in. */
  close(): Promise<void>;
}

/** What differs between the browsers. */
export interface Driver {
  readonly browser: Browser;
  readonly extensionOrigin: string;
  /** Opens an extension page in the given new tab. */
  visit(page: Page, url: string): Promise<void>;
  badge(): Promise<string>;
  stopBackground(): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
}

export interface DriverOptions {
  executablePath: string;
  extension: string;
  profile: string;
  headless: boolean;
  proxyPort: number | undefined;
  inProfile: boolean;
  idleTimeout: number | undefined;
  /** Hears each problem as one line of text. */
  report: (problem: string) => void;
}
