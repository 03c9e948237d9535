import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type Figure, percentile, plainFigure } from './figure.ts';
import { POPUP_VIEWPORT } from './first-paint.ts';
import type { Library } from './libraries.ts';
import { onWholeList, untilWhole } from './whole-list.ts';

const RUNS = 20;
/** The reader takes so long for the next press, over the button. */
const PAUSE_MS = 500;
const GOAL = { most: 200, text: '≤ 200' };
const MARK = '.post [data-control="reading"]';
/** Beside it is the one that closes what is said. */
const UNDO = '.notice button:not(.icon-button)';

declare global {
  /** When the button was pressed; and when the frame that shows what comes of that was painted. In ms since 1970. */
  var linerNotesPressed: Promise<number>;
  var linerNotesFollowed: Promise<number>;
}

/**
 * How long it takes from a press in the popup until the side panel has painted what comes of it: a post is marked as read, and
 * that undone, again and again. The first of all is apart: code is loaded for it.
 */
export function followingFigures(library: Library): Promise<Figure[]> {
  return onWholeList(library, (popup) =>
    onWholeList(
      library,
      async (panel) => {
        const times: number[] = [];
        for (let run = 0; run < RUNS; run++) {
          times.push(await followed({ popup, panel }, MARK, library.count - 1));
          times.push(await followed({ popup, panel }, UNDO, library.count));
        }
        const [first = Number.NaN, ...rest] = times;
        const name = `a change in the popup, ${library.count.toLocaleString('en')} posts, painted in the side panel`;
        return [
          plainFigure(`${name}, 95th percentile`, percentile(rest, 0.95), 'ms', GOAL),
          plainFigure(`${name}, the first`, first, 'ms', GOAL),
        ];
      },
      { path: 'sidepanel.html', viewport: POPUP_VIEWPORT, isWindow: true },
    ),
  );
}

/** Presses a button in the popup, after which both lists have so many posts; answers how long the side panel took, in ms. */
async function followed({ popup, panel }: Record<'popup' | 'panel', Page>, button: string, count: number) {
  await popup.waitForSelector(button);
  await popup.hover(button);
  await pause(PAUSE_MS);
  await Promise.all([popup.evaluate(notePress), panel.evaluate(awaitCount, count)]);
  await popup.click(button);
  const pressed = await popup.evaluate(() => linerNotesPressed);
  const shown = await panel.evaluate(() => linerNotesFollowed);
  await Promise.all([untilWhole(popup, count), untilWhole(panel, count)]);
  return shown - pressed;
}

// These run in the pages.

function notePress(): void {
  globalThis.linerNotesPressed = new Promise((resolve) => {
    addEventListener('click', ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp), {
      capture: true,
      once: true,
    });
  });
}

/** Looks out for the frame that shows a list of so many posts. */
function awaitCount(count: number): void {
  globalThis.linerNotesFollowed = new Promise((resolve) => {
    const next = new MessageChannel();
    next.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
    const observer = new MutationObserver(() => {
      if (document.querySelector(`.post[aria-setsize="${count}"]`) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => next.port2.postMessage(undefined));
    });
    observer.observe(document, { attributes: true, childList: true, subtree: true });
  });
}
