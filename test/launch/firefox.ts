import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type FirefoxChrome, openFirefoxChrome } from './firefox-chrome.ts';
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
    if (!options.headless) await showInToolbar(chrome, id);
    return {
      browser,
      extensionOrigin: ORIGIN,
      visit,
      badge: () => badge(chrome, id),
      setOffline: async (offline) => void (await chrome.run(`Services.io.offline = ${offline};`)),
      stopBackground: () => stopBackground(chrome, id, options.idleTimeout),
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
  const loaded = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
  await waitFor(async () => (await page.evaluate(loaded)) === true, `${url} to load`);
}

/** Script that has the extension as `extension` and its toolbar button as `button`. */
function withExtension(id: string, body: string): string {
  return `
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
    const button = ExtensionParent.apiManager.global.browserActionFor(extension);
    ${body}
  `;
}

function badge(chrome: FirefoxChrome, id: string): Promise<string> {
  return chrome.run(withExtension(id, `return button?.action.getContextData(null).badgeText ?? '';`));
}

function showInToolbar(chrome: FirefoxChrome, id: string): Promise<string> {
  return chrome.run(withExtension(id, `if (button) CustomizableUI.addWidgetToArea(button.id, 'nav-bar');`));
}

/** Waits until Firefox unloads the idle event page by itself, where it was told to be quick about that; else unloads it. */
async function stopBackground(chrome: FirefoxChrome, id: string, idleTimeout: number | undefined): Promise<void> {
  const stop = idleTimeout === undefined ? 'await extension.terminateBackground();' : '';
  const state = () => chrome.run(withExtension(id, `${stop} return extension.backgroundState;`));
  await waitFor(
    async () => (await state()) === 'stopped',
    'the event page to be unloaded',
    10_000 + (idleTimeout ?? 0),
  );
}
