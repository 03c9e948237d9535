import type { Page } from 'puppeteer-core';
import { pressedKey } from './results.ts';

const PRESSES = 30;

declare global {
  var linerNotesLists: Element[];
}

/** Keeps what is seen of the list that the page shows, for `staticTimes`. */
export function keepList(page: Page): Promise<void> {
  return page.evaluate(() => {
    const list = document.querySelector('.posts');
    if (!list) return;
    const bottom = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
    const seen = [...list.children].filter((row) => row.getBoundingClientRect().top < bottom);
    const kept = list.cloneNode() as Element;
    kept.replaceChildren(...seen.map((row) => row.cloneNode(true)));
    globalThis.linerNotesLists ??= [];
    linerNotesLists.push(kept);
  });
}

/**
 * How long it takes from a key press to the frame that shows one of the lists that were kept, in ms each, where nothing is
 * looked for: the least that a search could take on this machine. The results of the page are watched. It is of no other use then.
 */
export async function staticTimes(page: Page): Promise<number[]> {
  await page.evaluate(standStill);
  await page.focus('input[type="search"]');
  // What the program does where it finds itself out of sight.
  await pressedKey(page, 'z');
  const times: number[] = [];
  for (let press = 0; press < PRESSES; press++) times.push((await pressedKey(page, 'z')) ?? Number.NaN);
  if (times.some(Number.isNaN)) throw new Error('A key did not change the static list.');
  return times;
}

/** Runs in the page. What its program draws from now on, nobody sees. */
function standStill(): void {
  document.body.replaceWith(document.body.cloneNode(true));
  let turn = 0;
  addEventListener(
    'keydown',
    (event) => {
      event.stopImmediatePropagation();
      const next = linerNotesLists[turn++ % linerNotesLists.length];
      if (next) document.querySelector('.posts')?.replaceWith(next);
    },
    { capture: true },
  );
}
