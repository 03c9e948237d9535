import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { openFirefoxChrome } from './firefox-chrome.ts';
import { firefoxExtension } from './firefox-extension.ts';
import { putIntoProfile } from './firefox-package.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import { watchProblems } from './firefox-problems.ts';
import { orClose } from './or-close.ts';
import type { Driver, DriverOptions } from './session.ts';
import { waitFor } from './wait-for.ts';

const UUID = '5e551047-11e2-4074-b106-000000000001';
const ORIGIN = `moz-extension://${UUID}`;

interface Manifest {
  browser_specific_settings: { gecko: { id: string } };
}

/** Starts Firefox with the extension. */
export async function startFirefox(options: DriverOptions): Promise<Driver> {
  const id = await geckoId(options.extension);
  if (options.inProfile) await putIntoProfile(options.extension, options.profile, id);
  const browser = await launchBrowser(id, options);
  return orClose(browser, async () => {
    const chrome = await openFirefoxChrome(browser);
    await watchProblems(chrome, { id, origin: ORIGIN }, options.report);
    if (!options.inProfile) await browser.installExtension(options.extension);
    const { showInToolbar, allowInPrivate, openPrivately, ...extension } = firefoxExtension(chrome, id);
    if (!options.headless) await showInToolbar();
    if (options.privateBrowsing) await allowInPrivate();
    return {
      ...extension,
      browser,
      extensionOrigin: ORIGIN,
      databaseFolder: join(options.profile, `storage/default/moz-extension+++${UUID}/idb`),
      visit,
      visitPrivately: (url) => visitPrivately(browser, url, openPrivately),
      setOffline: async (offline) => void (await chrome.run(`Services.io.offline = ${offline};`)),
      stopBackground: () => extension.stopBackground(options.idleTimeout),
    };
  });
}

async function geckoId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as Manifest;
  return manifest.browser_specific_settings.gecko.id;
}

function launchBrowser(id: string, options: DriverOptions): Promise<Browser> {
  const { executablePath, profile, headless, proxyPort } = options;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir: profile,
    acceptInsecureCerts: proxyPort !== undefined,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ['--remote-allow-system-access'],
    // Without this variable Firefox does not take another address for its remote settings.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: firefoxPreferences(id, UUID, options),
  });
}

async function visit(page: Page, url: string): Promise<void> {
  // Firefox never tells that a navigation to an extension page has ended; it fails when the tab is closed.
  page.goto(url, { timeout: 0 }).catch(() => {});
  await waitFor(async () => (await page.evaluate(hasLoaded(url))) === true, `${url} to load`);
}

function hasLoaded(url: string): string {
  return `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
}

/** The page that comes up when `open` opens a window. */
async function visitPrivately(browser: Browser, url: string, open: (url: string) => Promise<void>): Promise<Page> {
  const before = new Set(await browser.pages());
  await open(url);
  return waitFor(async () => {
    const pages = (await browser.pages()).filter((page) => !before.has(page));
    for (const page of pages) if (await page.evaluate(hasLoaded(url))) return page;
    return undefined;
  }, `${url} to load in a private window`);
}
