import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { ensureBrowser } from './browsers.mjs';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import { createProblemLog, type ProblemLog } from './problem.ts';
import type { Driver, LaunchOptions, Session } from './session.ts';

export type { BrowserName, LaunchOptions, Session } from './session.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };

const BROWSERS = {
  chromium: { start: startChromium, build: '.output/chrome-mv3' },
  firefox: { start: startFirefox, build: '.output/firefox-mv3' },
};

/**
 * Starts a browser with the extension in it. Installs the browser when it is missing and that is possible.
 * Throws when there is no browser or no built extension, or when the browser doesn't start; nothing is left behind then.
 */
export async function launch(options: LaunchOptions): Promise<Session> {
  const { start, build } = BROWSERS[options.browser];
  const extension = resolve(ROOT, options.extension ?? build);
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${extension}. Type: npm run build`);
  }
  const executablePath = ensureBrowser(options.browser, console.error);
  const { headless = true, grantOptional = headless, inProfile = false, privateBrowsing = false } = options;
  const { proxyPort, idleTimeout, storageLimit, preferences } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), `liner-notes-${options.browser}-`)));
  const log = createProblemLog();
  const driverOptions = {
    executablePath,
    extension,
    profile,
    headless,
    proxyPort,
    grantOptional,
    inProfile,
    privateBrowsing,
    idleTimeout,
    storageLimit,
    preferences,
    report: log.report,
  };
  const driver = await start(driverOptions).catch(async (error: unknown) => {
    if (!options.profile) await rm(profile, REMOVAL);
    throw error;
  });
  // Only now: at exit, puppeteer has to end the browser before its profile is removed.
  const removeProfile = options.profile ? async () => {} : removerOf(profile);
  return sessionOf(options, driver, extension, profile, log, removeProfile);
}

function sessionOf(
  options: LaunchOptions,
  driver: Driver,
  extension: string,
  profile: string,
  log: ProblemLog,
  removeProfile: () => Promise<void>,
): Session {
  const { visit, visitPrivately, setEnabled, ...controls } = driver;
  const { browser, extensionOrigin } = controls;
  const tabs = tabsOf(browser, options.headless === false);
  return {
    ...controls,
    name: options.browser,
    profile,
    problems: log.problems,
    ended: endOf(browser),
    updateExtension: async () => void (await browser.installExtension(extension)),
    disableExtension: () => setEnabled(false),
    enableExtension: () => setEnabled(true),
    openPage: async (url) => {
      const page = await tabs();
      await page.goto(url);
      return page;
    },
    openExtensionPage: async (path) => {
      const page = await tabs();
      await visit(page, `${extensionOrigin}/${path}`);
      return page;
    },
    barePage: barePageOf(driver),
    openPrivateExtensionPage: (path) => visitPrivately(`${extensionOrigin}/${path}`),
    close: async () => {
      log.end();
      await browser.close();
      await removeProfile();
    },
  };
}

/** New tabs. A person who watches shouldn't see the empty one that the browser starts with: it is used first. */
function tabsOf(browser: Browser, reuseFirst: boolean): () => Promise<Page> {
  let first = reuseFirst;
  return async () => {
    const [page] = first ? await browser.pages() : [];
    first = false;
    return page ?? browser.newPage();
  };
}

/** It stays open: Chromium forgets that it was told to be offline when a page of the same process is closed. */
function barePageOf({ browser, extensionOrigin, visit }: Driver): () => Promise<Page> {
  const url = `${extensionOrigin}/icon.svg`;
  let page: Page | undefined;
  return async () => {
    // It ends with the extension when that is updated or disabled.
    const isThere = page && (await page.evaluate(() => location.href).catch(() => undefined)) === url;
    if (!page || !isThere) {
      page = await browser.newPage({ background: true });
      await visit(page, url);
    }
    return page;
  };
}

function endOf(browser: Browser): Promise<void> {
  return new Promise((done) => void browser.once('disconnected', () => done()));
}

/** Removes the folder when called, or when this process ends before that. */
function removerOf(folder: string): () => Promise<void> {
  const atExit = () => removeNow(folder);
  process.once('exit', atExit);
  return async () => {
    process.off('exit', atExit);
    await rm(folder, REMOVAL);
  };
}

function removeNow(folder: string, attempts = 40): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The processes of a killed browser still write while they end, and at exit only a blocking pause is possible.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    if (attempts > 1) removeNow(folder, attempts - 1);
  }
}
