import puppeteer, { type Browser, type CDPSession, type LaunchOptions } from 'puppeteer-core';
import { watchProblems } from './chromium-problems.ts';
import { meetTargets } from './chromium-targets.ts';
import { showInToolbar } from './chromium-toolbar.ts';
import { orClose } from './or-close.ts';
import type { Driver, DriverOptions } from './session.ts';

const BADGE_TEXT = 'chrome.action.getBadgeText({})';

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
  if (!options.headless) await showInToolbar(options.profile, options.extension);
  const browser = await launchBrowser(options);
  return orClose(browser, async () => {
    const workers = new Map<string, CDPSession>();
    const sessions = new Set<CDPSession>();
    const root = await meetTargets(browser, (session, target) => {
      sessions.add(session);
      if (target.type === 'service_worker') workers.set(target.targetId, session);
      return watchProblems(session, target.url, options.report);
    });
    root.on('Target.detachedFromTarget', ({ sessionId }) => {
      for (const [id, session] of workers) if (session.id() === sessionId) workers.delete(id);
    });
    await root.send('Target.setDiscoverTargets', { discover: true });
    const extensionOrigin = `chrome-extension://${await browser.installExtension(options.extension)}`;
    return {
      browser,
      extensionOrigin,
      visit: async (page, url) => void (await page.goto(url)),
      badge: async () => (await badgeFromWorker(workers)) ?? badgeFromPage(browser, extensionOrigin),
      setOffline: (offline) => setOffline(sessions, offline),
      stopBackground: () => stopWorkers(root, workers),
    };
  });
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

async function badgeFromWorker(workers: Map<string, CDPSession>): Promise<string | undefined> {
  const [session] = workers.values();
  try {
    const answer = await session?.send('Runtime.evaluate', { expression: BADGE_TEXT, awaitPromise: true });
    return answer?.result.type === 'string' ? String(answer.result.value) : undefined;
  } catch {
    // The worker stopped at this moment.
    return undefined;
  }
}

async function badgeFromPage(browser: Browser, origin: string): Promise<string> {
  // Any file of the extension has its rights, and this one runs none of its code.
  const page = await browser.newPage({ background: true });
  try {
    await page.goto(`${origin}/manifest.json`);
    return String(await page.evaluate(BADGE_TEXT));
  } finally {
    await page.close();
  }
}

async function stopWorkers(root: CDPSession, workers: Map<string, CDPSession>): Promise<void> {
  await Promise.all([...workers].map(([targetId, session]) => stopWorker(root, targetId, session)));
}

async function stopWorker(root: CDPSession, targetId: string, session: CDPSession): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    root.on('Target.targetDestroyed', (event) => event.targetId === targetId && resolve());
  });
  // A worker that is stopped while someone listens to it hangs at its next start.
  await root.send('Target.detachFromTarget', { sessionId: session.id() });
  await root.send('Target.closeTarget', { targetId });
  await gone;
}

async function setOffline(sessions: ReadonlySet<CDPSession>, offline: boolean): Promise<void> {
  const conditions = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  // A target that has ended meanwhile refuses.
  await Promise.allSettled(
    [...sessions].map((session) => session.send('Network.emulateNetworkConditions', conditions)),
  );
}
