import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { ShownNotification } from './session.ts';
import { waitFor } from './wait-for.ts';

/** The extension in a running Chromium. */
export interface ChromiumExtension {
  badge(): Promise<string>;
  stopWorkers(): Promise<void>;
  setEnabled(enabled: boolean): Promise<void>;
  notifications(): Promise<ShownNotification[]>;
  clickNotification(id: string, button?: number): Promise<void>;
  hasSidePanel(): Promise<boolean>;
  runCommand(name: string): Promise<void>;
  chooseMenuItem(id: string, linkUrl: string): Promise<void>;
}

/** `workers` are the service workers that run, by the ids of their targets; `root` is the browser's own session. */
export function chromiumExtension(
  browser: Browser,
  root: CDPSession,
  workers: ReadonlyMap<string, CDPSession>,
  id: string,
): ChromiumExtension {
  const origin = `chrome-extension://${id}`;

  /** The value of an expression, with the extension's rights: in its worker or, when none runs, in a page. */
  const run = async (expression: string): Promise<unknown> => {
    const [worker] = workers.values();
    // The worker may stop at this moment.
    const inWorker = worker && (await evaluate(worker, expression).catch(() => undefined));
    return inWorker ?? inPage(browser, origin, (page) => page.evaluate(expression));
  };

  const notifications = async (): Promise<ShownNotification[]> => {
    // Without the permission there is no such API.
    const ids = await run('Promise.resolve(chrome.notifications?.getAll() ?? {}).then(Object.keys)');
    return (ids as string[]).map((id) => ({ id }));
  };

  const stopWorkers = async (): Promise<void> => {
    await Promise.all([...workers].map(([targetId, session]) => stopWorker(root, targetId, session)));
  };

  const dispatch = async (event: string, args: readonly unknown[]): Promise<void> => {
    const given = JSON.stringify(args);
    await waitFor(async () => {
      // One that was about to end as this began may be gone by now.
      if (workers.size === 0) {
        await inPage(browser, origin, startWorker);
        await attachToWorkers(root, origin);
      }
      const [worker] = workers.values();
      return worker && (await evaluate(worker, `${event}.hasListeners() && (${event}.dispatch(...${given}), true)`));
    }, `a worker that listens to ${event}`);
  };

  return {
    badge: async () => String(await run('chrome.action.getBadgeText({})')),
    stopWorkers,
    async setEnabled(enabled) {
      await stopWorkers();
      await withPage(browser, 'chrome://extensions', (page) =>
        page.evaluate(`chrome.management.setEnabled('${id}', ${enabled})`),
      );
    },
    notifications,
    async clickNotification(notification, button) {
      const shown = await notifications();
      if (!shown.some(({ id }) => id === notification)) throw new Error(`There is no notification ${notification}.`);
      const args = [notification, button].filter((arg) => arg !== undefined);
      await dispatch(`chrome.notifications.${button === undefined ? 'onClicked' : 'onButtonClicked'}`, args);
    },
    hasSidePanel: async () => browser.targets().some((target) => target.url() === `${origin}/sidepanel.html`),
    runCommand: (name) => dispatch('chrome.commands.onCommand', [name]),
    async chooseMenuItem(menuItemId, linkUrl) {
      // Whoever changes nothing of an item that is not there hears of that.
      await run(`chrome.contextMenus.update(${JSON.stringify(menuItemId)}, {}).then(() => true)`);
      await dispatch('chrome.contextMenus.onClicked', [{ menuItemId, linkUrl, editable: false }]);
    },
  };
}

async function evaluate(worker: CDPSession, expression: string): Promise<unknown> {
  const options = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await worker.send('Runtime.evaluate', options);
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value;
}

/** Any file of the extension has its rights, and this one runs none of its code. */
function inPage<T>(browser: Browser, origin: string, use: (page: Page) => Promise<T>): Promise<T> {
  return withPage(browser, `${origin}/manifest.json`, use);
}

async function withPage<T>(browser: Browser, url: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ background: true });
  try {
    await page.goto(url);
    return await use(page);
  } finally {
    await page.close();
  }
}

async function startWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: new URL('/', page.url()).href });
}

/** A worker that was started again at once may never have been told of. */
async function attachToWorkers(root: CDPSession, origin: string): Promise<void> {
  const { targetInfos } = await root.send('Target.getTargets');
  const unseen = targetInfos.filter(
    ({ attached, type, url }) => !attached && type === 'service_worker' && url.startsWith(origin),
  );
  await Promise.allSettled(
    unseen.map(({ targetId }) => root.send('Target.attachToTarget', { targetId, flatten: true })),
  );
}

/** A worker that is stopped just when it starts or ends by itself may never be told of. */
const LONGEST_STOP_MS = 5000;

async function stopWorker(root: CDPSession, targetId: string, session: CDPSession): Promise<void> {
  const end = new Promise<'destroyed' | 'restarted'>((resolve) => {
    root.on('Target.targetDestroyed', (event) => event.targetId === targetId && resolve('destroyed'));
    root.on('Target.targetInfoChanged', ({ targetInfo }) => {
      if (targetInfo.targetId === targetId && targetInfo.attached) resolve('restarted');
    });
  });
  // A worker that is stopped while someone listens to it hangs at its next start.
  await root.send('Target.detachFromTarget', { sessionId: session.id() });
  await root.send('Target.closeTarget', { targetId });
  // One that an event starts again at once is the same target, of which nobody is told; it may have ended meanwhile.
  if ((await Promise.race([end, pause(LONGEST_STOP_MS)])) === 'restarted') {
    await Promise.allSettled([root.send('Target.attachToTarget', { targetId, flatten: true })]);
  }
}
