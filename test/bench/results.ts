import type { KeyInput, Page } from 'puppeteer-core';

/** Results that have not changed for so long, in ms, are all that there will be. */
const SETTLED_MS = 350;

declare global {
  var linerNotesResults: Results;
}

interface Results {
  pressedAt: number;
  /** When the frame was handed over that shows what is seen now, in ms since the page's start. */
  changedAt: number;
  /** What that is. */
  shown: string;
}

/**
 * Presses a key in a page whose results are watched. Answers the ms from the press to the frame that shows the results that
 * stay; undefined if it shows what was shown before. For the first that are shown it may take so many ms.
 */
export async function pressedKey(page: Page, key: string, patience = SETTLED_MS): Promise<number | undefined> {
  await page.keyboard.press(key as KeyInput);
  return page.evaluate(settledTime, patience, SETTLED_MS);
}

/** Runs in the page, once, before keys are pressed. */
export function watchResults(): void {
  const view = {
    /** What can be seen of the results, with what is marked in it. */
    shown() {
      const main = document.querySelector('main');
      const { top = 0, bottom = 0 } = main?.getBoundingClientRect() ?? {};
      const heading = main?.querySelector('h2, .empty')?.textContent;
      const rows = [...(main?.querySelectorAll('.post') ?? [])].filter((row) => {
        const rect = row.getBoundingClientRect();
        return rect.bottom > top && rect.top < bottom;
      });
      return [heading, ...rows.map((row) => row.querySelector('.text')?.innerHTML)].join('\n');
    },
    look() {
      const changedAt = performance.now();
      // The index is being read.
      if (document.querySelector('main > .waiting')) return;
      const shown = view.shown();
      if (shown !== results.shown) Object.assign(results, { shown, changedAt });
    },
  };
  const results: Results = { pressedAt: 0, changedAt: 0, shown: view.shown() };
  globalThis.linerNotesResults = results;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      results.pressedAt = timeStamp;
    },
    { capture: true },
  );
  let isAwaited = false;
  new MutationObserver(() => {
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      isAwaited = false;
      // The first task after the frame: another may take its time before it.
      void scheduler.postTask(view.look, { priority: 'user-blocking' });
    });
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
}

/** Runs in the page. */
async function settledTime(patience: number, settled: number): Promise<number | undefined> {
  const results = globalThis.linerNotesResults;
  for (;;) {
    const { pressedAt, changedAt } = results;
    const least = changedAt > pressedAt ? settled : patience;
    if (performance.now() - Math.max(pressedAt, changedAt) >= least) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Nothing that the results wait for is left to be done.
  await new Promise((resolve) => requestIdleCallback(resolve));
  return results.changedAt > results.pressedAt ? results.changedAt - results.pressedAt : undefined;
}
