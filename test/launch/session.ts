import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

/** Firefox's preferences, as in about:config. */
export type Preferences = Readonly<Record<string, string | number | boolean>>;

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
  /**
   * Every optional permission that the extension asks for is granted at once, without the browser's question.
   * Default: when headless, where nobody could answer it.
   */
  grantOptional?: boolean;
  /** Firefox: the extension is in the profile, as from a store; default: it is installed anew after each start. */
  inProfile?: boolean;
  /** Firefox: every window is private, as with "never remember history", and the extension is allowed in them. */
  privateBrowsing?: boolean;
  /** Firefox: milliseconds until an idle event page is unloaded; `stopBackground` then waits for that. */
  idleTimeout?: number;
  /** How many bytes all that the extension stores may take; default: as many as the browser finds right. */
  storageLimit?: number;
  /** Firefox: preferences beyond, or against, those that every launch sets. */
  preferences?: Preferences;
}

/** What is known of a notification: Chromium tells nothing but the id. */
export interface ShownNotification {
  readonly id: string;
  readonly title?: string;
  readonly message?: string;
}

/** What each browser does in its own way. */
interface Controls {
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  /** Where in the profile the browser keeps the extension's IndexedDB. */
  readonly databaseFolder: string;
  /** The text of the toolbar badge, '' when there is none. */
  badge(): Promise<string>;
  /** Stops the service worker or event page, and waits until it is gone. The next event starts it again. */
  stopBackground(): Promise<void>;
  /** Takes the network away from all that runs now or starts later, or gives it back. */
  setOffline(offline: boolean): Promise<void>;
  /** The notifications that the extension shows now. A headless Firefox takes each back after 20 s. */
  notifications(): Promise<ShownNotification[]>;
  /** Clicks a notification or, in Chromium, its button with this index; starts the background if it has stopped. */
  clickNotification(id: string, button?: number): Promise<void>;
  /** Whether the extension's page beside the web page is open. */
  hasSidePanel(): Promise<boolean>;
  /** Does what the browser does when the keys of this command of the extension are pressed. */
  runCommand(name: string): Promise<void>;
  /**
   * Does what the browser does when an item of the extension is chosen in the menu on a link. Throws where there is none, in
   * Firefox also where it is not offered on such a link: Chromium does not tell.
   */
  chooseMenuItem(id: string, linkUrl: string): Promise<void>;
}

/** A browser with the extension in it. */
export interface Session extends Controls {
  readonly name: BrowserName;
  readonly profile: string;
  /** Every console error and warning, uncaught exception and unhandled rejection so far, from everywhere; it grows. */
  readonly problems: readonly string[];
  /** Resolves when the browser has ended, by `close()` or by the person. */
  readonly ended: Promise<void>;
  /** Opens a web page in a new tab and waits until it has loaded. Throws when it cannot be reached. */
  openPage(url: string): Promise<Page>;
  /** Opens a page of the extension, like `popup.html`, in a new tab and waits until it has loaded. */
  openExtensionPage(path: string): Promise<Page>;
  /** A page of the extension that runs none of its code: always the same one, in a tab in the background. */
  barePage(): Promise<Page>;
  /** Firefox: opens it in a new private window. The extension is allowed there first, for which Firefox starts it anew. */
  openPrivateExtensionPage(path: string): Promise<Page>;
  /** Switches the extension off as in the browser's extension manager; its pages are closed. */
  disableExtension(): Promise<void>;
  enableExtension(): Promise<void>;
  /** Installs the extension anew over itself, as an update does. */
  updateExtension(): Promise<void>;
  /** Closes the browser, and deletes the profile unless it was handed in. */
  close(): Promise<void>;
}

export interface Driver extends Controls {
  /** Opens an extension page in the given new tab. */
  visit(page: Page, url: string): Promise<void>;
  /** Opens an extension page in a new private window. */
  visitPrivately(url: string): Promise<Page>;
  setEnabled(enabled: boolean): Promise<void>;
}

export interface DriverOptions {
  executablePath: string;
  extension: string;
  profile: string;
  headless: boolean;
  proxyPort: number | undefined;
  grantOptional: boolean;
  inProfile: boolean;
  privateBrowsing: boolean;
  idleTimeout: number | undefined;
  storageLimit: number | undefined;
  preferences: Preferences | undefined;
  /** Hears each problem as one line of text. */
  report: (problem: string) => void;
}
