import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Session } from '../launch/launch.ts';
import { HYDRATED, startTrace, timeSinceHydration } from './page-trace.ts';

/** What a page of the blog has cost once it is at rest. */
export interface Visit {
  readonly page: Page;
  /** Script, style and layout in all, in ms. */
  readonly spent: number;
  /** What of that came after the page was hydrated, and of an extension before that. */
  readonly later: number;
  /** The JS heap, and what the browser keeps for the page's elements, in bytes. */
  readonly memory: number;
  /** The longest task after the page was hydrated, in ms; 0 if none was longer than 50. */
  readonly longestTask: number;
}

interface Watched {
  /** When the page's own script had taken it over, in ms since the page's start. */
  hydratedAt: number;
  readonly tasks: PerformanceEntry[];
  /** For each click the ms until the frame was handed over that shows what came of it. */
  readonly presses: number[];
}

declare global {
  var linerNotesWatched: Watched;
}

const HOME = 'https://engineering.atspotify.com/';
const PARTS = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
/** A page that has nothing to do for so long is at rest. */
const REST_MS = 400;
/** A browser that lays out ten thousand cards takes long until all are shown again. */
const TIMEOUT_MS = 120_000;
/** What asking itself costs, in ms. */
const IDLE_MS = 2;

/** Opens the blog's home page in a new tab, waits until it is at rest, and does something with what that has cost. */
export async function onVisit<T>({ browser }: Session, work: (visit: Visit) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    const client = await page.createCDPSession();
    await client.send('Performance.enable');
    await page.evaluateOnNewDocument(watch, HYDRATED);
    await startTrace(page);
    await page.goto(HOME);
    await untilRest(client);
    const later = await timeSinceHydration(page);
    const metrics = await metricsOf(client);
    const spent = 1_000 * PARTS.reduce((sum, part) => sum + (metrics.get(part) ?? 0), 0);
    const { hydratedAt, tasks } = await watchedOn(page);
    const longestTask = longestOf(tasks.filter(({ startTime }) => startTime >= hydratedAt));
    return await work({ page, spent, later, longestTask, memory: await memoryOf(client) });
  } finally {
    await page.close();
  }
}

/** How long after a press the frame was handed over that shows what came of it, in ms. */
export interface Presses {
  readonly unreadOnly: number;
  /** The slowest of those that take that back, open the filter, and choose a category. */
  readonly others: number;
}

/** Uses the filter, and times each press. */
export async function timedPresses({ page }: Visit): Promise<Presses> {
  await press(page, '.bar .toggle', isFiltered);
  await press(page, '.bar .plain', isWhole);
  await press(page, '.open', isOpen);
  await press(page, 'fieldset .toggle', isFiltered);
  await page.waitForFunction(() => linerNotesWatched.presses.length === 4, { polling: REST_MS });
  const { presses } = await watchedOn(page);
  // The filter is remembered: the next visit is to be like this one.
  await press(page, '.bar .plain', isWhole);
  const [unreadOnly = Number.NaN, ...others] = presses;
  return { unreadOnly, others: Math.max(...others) };
}

async function press(page: Page, control: string, isDone: () => boolean): Promise<void> {
  await page.locator(`liner-notes-dock >>> ${control}`).click();
  await page.waitForFunction(isDone, { polling: REST_MS, timeout: TIMEOUT_MS });
}

const isFiltered = () => document.querySelector('[data-liner-notes-hidden]') !== null;
const isWhole = () => document.querySelector('[data-liner-notes-hidden]') === null;
const isOpen = () => document.querySelector('liner-notes-dock')?.shadowRoot?.querySelector('.panel') !== null;

/** Finds all links to posts and sets one attribute on each card, as plainly as can be. Answers the ms. */
export function timedBareLoop({ page }: Visit): Promise<number> {
  return page.evaluate(() => {
    const start = performance.now();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      if (/\/20\d\d\/\d+\//.test(link.href)) link.closest('.post-card, .sticky-post')?.setAttribute('data-bare', '');
    }
    document.body.getBoundingClientRect();
    return performance.now() - start;
  });
}

async function untilRest(client: CDPSession): Promise<void> {
  let before = Number.NaN;
  for (;;) {
    await pause(REST_MS);
    const now = 1_000 * ((await metricsOf(client)).get('TaskDuration') ?? 0);
    if (now - before < IDLE_MS) return;
    before = now;
  }
}

async function metricsOf(client: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await client.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function memoryOf(client: CDPSession): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

function longestOf(entries: readonly PerformanceEntry[]): number {
  return Math.max(0, ...entries.map(({ duration }) => duration));
}

async function watchedOn(page: Page): Promise<Watched> {
  return JSON.parse(await page.evaluate(() => JSON.stringify(linerNotesWatched)));
}

/** Runs in the page before its own scripts. */
function watch(mark: string): void {
  globalThis.linerNotesWatched = { hydratedAt: 0, tasks: [], presses: [] };
  new PerformanceObserver((list) => linerNotesWatched.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  // Event Timing counts the waits of a browser that has nothing else to show.
  const next = new MessageChannel();
  let pressedAt = 0;
  next.port1.onmessage = () => linerNotesWatched.presses.push(performance.now() - pressedAt);
  addEventListener(
    'click',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
      requestAnimationFrame(() => next.port2.postMessage(undefined));
    },
    { capture: true },
  );
  new MutationObserver((_, observer) => {
    if (!document.querySelector('next-route-announcer')) return;
    observer.disconnect();
    linerNotesWatched.hydratedAt = performance.mark(mark).startTime;
  }).observe(document, { childList: true, subtree: true });
}
