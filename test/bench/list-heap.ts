import { EMPTY_POPUP } from './empty-popup.ts';
import { type Figure, median, plainFigure } from './figure.ts';
import { POPUP_VIEWPORT } from './first-paint.ts';
import { heapInUse } from './heap.ts';
import type { Library } from './libraries.ts';
import { onWholeList } from './whole-list.ts';

const MIB = 1024 * 1024;
const RUNS = 5;
const WARM_UP = 1;

/**
 * By how many bytes the JS heap of the popup with all posts is larger than that of the empty one. All pages of the extension
 * share a heap: what others keep is in both.
 */
export async function heapFigure(library: Library): Promise<Figure> {
  const added: number[] = [];
  for (let run = -WARM_UP; run < RUNS; run++) {
    const empty = await heapOfEmpty(library);
    const whole = await onWholeList(library, async (page) => heapInUse(await page.createCDPSession()));
    if (run >= 0) added.push(whole - empty);
  }
  const name = `popup, ${library.count.toLocaleString('en')} posts, JS heap beyond the empty popup`;
  return plainFigure(name, median(added), 'bytes', { most: 10 * MIB, text: '≤ 10 MiB' });
}

async function heapOfEmpty({ session: { browser, extensionOrigin } }: Library): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.setViewport(POPUP_VIEWPORT);
    await page.goto(`${extensionOrigin}/${EMPTY_POPUP.path}`);
    await page.waitForSelector(EMPTY_POPUP.selector);
    return await heapInUse(await page.createCDPSession());
  } finally {
    await page.close();
  }
}
