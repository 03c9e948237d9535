import type { Page, WebWorker } from 'puppeteer-core';
import { waitFor } from '../launch/wait-for.ts';
import { workerOf } from './background.ts';
import { type Figure, median, plainFigure } from './figure.ts';
import type { Library } from './libraries.ts';
import { onWholeList, untilWhole } from './whole-list.ts';

const WARM_UP = 1;
const RUNS = 5;
const TIMEOUT_MS = 60_000;
/** Beside it is the one that closes what is said. */
const UNDO = '.notice button:not(.icon-button)';
const GOAL = { most: 300, text: '≤ 300' };

/** What a press has led to. */
interface Pressed {
  /** In ms, from the press to the frame that shows what comes of it. */
  readonly painted: number;
  /** How long each of the transactions took in which posts could be written, in ms. */
  readonly writing: readonly number[];
}

/** What is watched of a page until the next press. */
interface Watched {
  pressedAt: number;
  /** What there is to wait for, in ms since the press. */
  painted?: Promise<number>;
}

/** The transactions in which posts could be written, and when they began and ended. */
type Writing = Map<IDBTransaction, { readonly start: number; end?: number }>;

declare global {
  var linerNotesMarking: Watched;
  var linerNotesWriting: Writing;
}

/** How long it takes to mark all posts as read, and to undo that. All are unread, and are so again in the end. */
export function markingFigures(library: Library): Promise<Figure[]> {
  return onWholeList(library, async (page) => {
    const worker = await workerOf(library.session);
    await Promise.all([page.evaluate(watchMarking), worker.evaluate(watchWriting)]);
    const [marked, undone]: [Pressed[], Pressed[]] = [[], []];
    for (let run = -WARM_UP; run < RUNS; run++) {
      const mark = await press({ page, worker }, '.list-heading button', false);
      const undo = await press({ page, worker }, UNDO, true);
      await untilWhole(page, library.count);
      if (run < 0) continue;
      marked.push(mark);
      undone.push(undo);
    }
    const name = `popup, ${library.count.toLocaleString('en')} posts`;
    return [...figuresOf(`${name} marked as read`, marked), ...figuresOf(`${name}, that undone`, undone)];
  });
}

function figuresOf(name: string, presses: readonly Pressed[]): Figure[] {
  const transactions = Math.max(...presses.map(({ writing }) => writing.length));
  return [
    plainFigure(`${name}, to their frame`, median(presses.map(({ painted }) => painted)), 'ms', GOAL),
    plainFigure(`${name}, transactions`, transactions, 'writes', { most: 1, text: '1' }),
    plainFigure(`${name}, written`, median(presses.map(({ writing }) => sum(writing))), 'ms'),
  ];
}

/** The page in which a button is pressed, and the background, which writes. */
interface Watching {
  readonly page: Page;
  readonly worker: WebWorker;
}

/** Presses a button after which there are posts in the list, or none; waits until it is written as well. */
async function press({ page, worker }: Watching, button: string, hasPosts: boolean): Promise<Pressed> {
  await page.waitForSelector(button);
  await worker.evaluate(() => linerNotesWriting.clear());
  await page.evaluate(awaitFrame, hasPosts);
  await page.click(button);
  const painted = await page.evaluate(() => linerNotesMarking.painted ?? Number.NaN);
  await waitFor(() => page.evaluate(isTold, hasPosts, UNDO), 'the writing', TIMEOUT_MS);
  return { painted, writing: await worker.evaluate(written) };
}

function sum(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0);
}

// These run in the page, or in the background.

/** To be run first, and once. */
function watchMarking(): void {
  const watched: Watched = { pressedAt: 0 };
  globalThis.linerNotesMarking = watched;
  addEventListener(
    'click',
    ({ timeStamp }) => {
      watched.pressedAt = timeStamp;
    },
    { capture: true },
  );
}

/** In the background, once. Whatever is written goes through the stores of a transaction, in Dexie too. */
function watchWriting(): void {
  const writing: Writing = new Map();
  globalThis.linerNotesWriting = writing;
  const { objectStore } = IDBTransaction.prototype;
  IDBTransaction.prototype.objectStore = function (this: IDBTransaction, name: string) {
    if (name === 'posts' && this.mode !== 'readonly' && !writing.has(this)) {
      const times: { readonly start: number; end?: number } = { start: performance.now() };
      writing.set(this, times);
      this.addEventListener('complete', () => {
        times.end = performance.now();
      });
    }
    return objectStore.call(this, name);
  };
}

/** Looks out for the frame that shows posts, or none. */
function awaitFrame(hasPosts: boolean): void {
  const watched = globalThis.linerNotesMarking;
  const view = {
    isThere() {
      return (document.querySelector('.post h3') !== null) === hasPosts;
    },
  };
  watched.painted = new Promise((resolve) => {
    const next = new MessageChannel();
    next.port1.onmessage = () => {
      const now = performance.now();
      if (!view.isThere()) return;
      observer.disconnect();
      resolve(now - watched.pressedAt);
    };
    const observer = new MutationObserver(() => {
      if (view.isThere()) requestAnimationFrame(() => next.port2.postMessage(undefined));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Whether the reader was told that all is written: then undoing is offered, or was done. */
function isTold(wasUndone: boolean, undo: string): boolean {
  const said = document.querySelector('.notice [role="status"]')?.textContent;
  return said !== '' && (document.querySelector(undo) === null) === wasUndone;
}

/** How long the transactions took, in ms. */
function written(): number[] {
  return [...globalThis.linerNotesWriting.values()].map(({ start, end = Number.NaN }) => end - start);
}
