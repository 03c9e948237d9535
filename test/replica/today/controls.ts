import { createContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Order, PageControls } from '../types.ts';
import type { CardData } from './page.ts';

/** The number of the frame while the page churns, else 0. */
export const FrameContext = createContext(0);

const offered: Partial<PageControls> = {};

/** Lets tests use these on `window.replica`. */
export function useControls(controls: Partial<PageControls>): void {
  useEffect(() => {
    Object.assign(window, { replica: Object.assign(offered, controls) });
  });
}

/** The cards in the order, and under the keys, that a test has asked for. */
export function useArrangement(cards: CardData[]): { arranged: CardData[]; keyOf: (card: CardData) => string } {
  const [order, sort] = useState<Order>('newest');
  const [replaced, setReplaced] = useState<ReadonlyMap<string, number>>(new Map());
  const arranged = order === 'newest' ? cards : cards.toReversed();
  const replaceOne = (index: number): void => {
    const href = arranged[index]?.href;
    if (href === undefined) throw new RangeError(`The grid has no card ${index}`);
    setReplaced((counts) => new Map(counts).set(href, (counts.get(href) ?? 0) + 1));
  };
  useControls({ sort, replaceOne });
  return { arranged, keyOf: ({ href }) => `${href} ${replaced.get(href) ?? 0}` };
}

/** Draws one frame after the other for so long, and 0 in the end. Resolves to how many there were. */
export function churn(ms: number, draw: (frame: number) => void): Promise<number> {
  const end = performance.now() + ms;
  return new Promise((resolve) => {
    let frame = 0;
    const next = (): void => {
      if (performance.now() >= end) {
        flushSync(() => draw(0));
        resolve(frame);
        return;
      }
      frame += 1;
      // Else React would skip frames that it has no time for.
      flushSync(() => draw(frame));
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}
