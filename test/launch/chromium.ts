import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, CDPSessionEvent, type LaunchOptions } from 'puppeteer-core';
import { chromiumExtension } from './chromium-extension.ts';
import { createNetworkSwitch } from './chromium-network.ts';
import { watchProblems } from './chromium-problems.ts';
import { prepareProfile } from './chromium-profile.ts';
import { meetTargets } from './chromium-targets.ts';
import { orClose } from './or-close.ts';
import type { Driver, DriverOptions } from './session.ts';

// Nothing answers there: what Chromium asks of its makers ends at once, and never leaves this machine.
const NOWHERE = 'https://127.0.0.1:9';

const QUIET = [
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-features=AutofillServerCommunication,DialMediaRouteProvider,NetworkTimeServiceQuerying',
  '--disable-field-trial-config',
  '--disable-quic',
  '--no-default-browser-check',
  '--no-pings',
  `--component-updater=url-source=${NOWHERE}/,disable-pings`,
  `--gaia-url=${NOWHERE}`,
];

/** Starts Chromium with the extension. */
export async function startChromium(options: DriverOptions): Promise<Driver> {
  await prepareProfile(options);
  const browser = await launchBrowser(options);
  return orClose(browser, async () => {
    const workers = new Map<string, CDPSession>();
    const network = createNetworkSwitch();
    const root = await meetTargets(browser, async (session, target) => {
      network.join(session);
      await watchProblems(session, target.url, options.report);
      // One that is stopped while it still waits for its first line would not be gone before half a minute.
      if (target.type === 'service_worker') workers.set(target.targetId, session);
    });
    root.connection()?.on(CDPSessionEvent.SessionDetached, (ended) => {
      network.leave(ended);
      for (const [id, session] of workers) if (session === ended) workers.delete(id);
    });
    await root.send('Target.setDiscoverTargets', { discover: true });
    const id = await browser.installExtension(options.extension);
    const extensionOrigin = `chrome-extension://${id}`;
    if (options.storageLimit !== undefined) await limitStorage(browser, extensionOrigin, options.storageLimit);
    const { stopWorkers, ...extension } = chromiumExtension(browser, root, workers, id);
    return {
      ...extension,
      browser,
      extensionOrigin,
      databaseFolder: join(options.profile, `Default/IndexedDB/chrome-extension_${id}_0.indexeddb.leveldb`),
      visit: async (page, url) => void (await page.goto(url)),
      visitPrivately: () => Promise.reject(new Error('Chromium shows no page of the extension in a private window.')),
      setOffline: network.setOffline,
      stopBackground: stopWorkers,
    };
  });
}

/** At once: what IndexedDB finds free it takes as free for a while. As long as the first page is open. */
async function limitStorage(browser: Browser, origin: string, quotaSize: number): Promise<void> {
  const [page] = await browser.pages();
  const session = await page?.createCDPSession();
  await session?.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}

async function launchBrowser(options: DriverOptions): Promise<Browser> {
  if (process.getuid?.() === 0) return puppeteer.launch(puppeteerOptions(options, ['--no-sandbox']));
  try {
    return await puppeteer.launch(puppeteerOptions(options, []));
  } catch {
    // Many containers don't allow the sandbox, and only trying tells. Any other reason fails again and is reported.
    return puppeteer.launch(puppeteerOptions(options, ['--no-sandbox']));
  }
}

function puppeteerOptions({ executablePath, profile, headless, proxyPort }: DriverOptions, extra: string[]) {
  const proxy = proxyPort ? [`--proxy-server=127.0.0.1:${proxyPort}`, '--ignore-certificate-errors'] : [];
  return {
    executablePath,
    headless,
    userDataDir: profile,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [...QUIET, ...(headless ? ['--disable-gpu'] : []), ...proxy, ...extra],
  } satisfies LaunchOptions;
}
