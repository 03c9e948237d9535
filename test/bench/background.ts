import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, WebWorker } from 'puppeteer-core';
import { FEED_URL } from '../../lib/blog/site.ts';
import type { Session } from '../launch/launch.ts';
import { makeDue, timedCheck, timedFetch, watch, writesSeen } from './watched.ts';

/** So long the badge is at work after a change, and after a check what there is to notify of. */
const SETTLED_MS = 100;

/** The real background of the extension in Chromium. It is watched, so the browser does not stop it. */
export interface Background {
  readonly client: CDPSession;
  /**
   * Has a check that is due made. Answers the milliseconds from the event that wakes the background until every context can
   * know of the check; what follows on a check is over then as well.
   */
  check(): Promise<number>;
  /** Does nothing but fetch the feed, as text. Answers the milliseconds. */
  fetchFeed(): Promise<number>;
  /** In how many transactions the library could be written so far. */
  writes(): Promise<number>;
}

/** The worker of the extension in Chromium, which the browser does not stop any more. */
export async function workerOf({ browser, extensionOrigin }: Session): Promise<WebWorker> {
  const url = `${extensionOrigin}/background.js`;
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url() === url);
  const worker = await target.worker();
  if (!worker) throw new Error('The background cannot be watched.');
  return worker;
}

export async function backgroundOf(session: Session): Promise<Background> {
  const worker = await workerOf(session);
  await worker.evaluate(watch);
  return {
    client: worker.client,
    async check() {
      await worker.evaluate(makeDue);
      await pause(SETTLED_MS);
      const time = await worker.evaluate(timedCheck);
      // To look for what to notify of among many new posts takes no longer than to store them.
      await pause(SETTLED_MS + time);
      return time;
    },
    async fetchFeed() {
      // As before a check: what has just been at work is quicker.
      await pause(SETTLED_MS);
      return worker.evaluate(timedFetch, FEED_URL);
    },
    writes: () => worker.evaluate(writesSeen),
  };
}
