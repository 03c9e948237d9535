import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { expectPictures, fillCopies, openReader, putDrawings } from './copies.ts';
import { expectFocus } from './reading-list.ts';
import { FEATURE, FIGURES, LOST } from './rich-article.ts';
import * as see from './views.ts';

const DRAWINGS = ['viewBox="0 0 600 300"', 'width="100%" height="100%" viewBox="0 0 600 300"', ''];

describe.each(BROWSERS)('pictures in the reader of %s', (browser) => {
  test('grow in sight, around what is in the middle', async ({ start }) => {
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    await page.setViewport({ width: 900, height: 700 });
    await expectPictures(page);
    await see.press(page, 'button', 'Enlarge: Boxes and arrows between services');
    await page.waitForSelector('.zoomed img', { visible: true });
    let before = await zoomed(page);
    const fitting = before.width;
    for (const key of ['+', '=', '+', '+', '+'] as const) {
      await page.keyboard.press(key);
      before = await waitFor(async () => {
        const now = await zoomed(page);
        return now.width > before.width * 1.1 && now;
      }, `a larger picture after ${key}`);
      expect(before.seen, `what is seen after ${key}`).toBeGreaterThan(0.95);
      for (const part of before.middle) expect(part, 'the middle').toBeCloseTo(0.5, 1);
    }
    await page.keyboard.press('0');
    await waitFor(async () => Math.abs((await zoomed(page)).width - fitting) < 1, 'the picture as it was');
  });

  test('are seen, whatever a drawing says of its size', async ({ start }) => {
    const session = await start(browser);
    const drawings = DRAWINGS.map((size, index) => ({ address: `https://images.ctfassets.net/${index}.svg`, size }));
    const images = drawings.map(({ address }) => `<p>Before.</p><figure><img src="${address}" alt=""></figure>`);
    const [first] = await fillCopies(session, 1, () => ({
      html: images.join(''),
      pictures: drawings.map(({ address }) => address),
      image: '',
      missing: [],
    }));
    await putDrawings(await session.barePage(), drawings);
    const page = await openReader(session, first?.post.id ?? '');
    await page.waitForFunction(() => [...document.images].every(({ complete, src }) => complete && src !== ''));
    const sizes = await page.$$eval('.text img', (images) => images.map(({ width, height }) => ({ width, height })));
    const paragraph = await page.$eval('.text p', ({ offsetWidth }) => offsetWidth);
    expect(sizes.map(({ width }) => width >= paragraph)).toEqual([true, true, true]);
    expect(sizes.slice(0, 2).map(({ width, height }) => Math.round((width / height) * 10))).toEqual([20, 20]);
    expect(sizes[2]?.height).toBeGreaterThan(50);
    const [enlarge] = await queryAllByRole(page, 'button', 'Enlarge the picture');
    await enlarge?.click();
    await page.waitForSelector('.zoomed img', { visible: true });
    expect((await zoomed(page)).width).toBeGreaterThan(300);
  });

  test('are shown whole above the text, too', async ({ start }) => {
    const session = await start(browser);
    const [tall] = await fillCopies(session, 1, () => ({ image: FIGURES[2]?.address ?? '' }));
    const page = await openReader(session, tall?.post.id ?? '');
    await expectPictures(page);
    const { ratio, fit } = await page.$eval('.feature img', (image) => ({
      ratio: image.width / image.height,
      fit: getComputedStyle(image).objectFit,
    }));
    expect(fit === 'cover' ? 'cropped' : ratio).toBeCloseTo(600 / 900, 1);
  });

  test('are asked for again from where they are missing', async ({ start, replica }) => {
    const session = await start(browser);
    const kept = FIGURES.map(({ address }) => address);
    const missing = [FEATURE, LOST].map(({ address }) => ({ address, code: 'refused' }) as const);
    const [first] = await fillCopies(session, 1, () => ({ pictures: kept, missing }));
    replica.setReachable(false);
    const page = await openReader(session, first?.post.id ?? '');
    await waitFor(async () => (await page.$$('.missing-picture')).length === 2, 'both pictures to be missed');
    await see.expectText(page, 'Copied without 2 pictures');
    await see.expectAccessible(page);
    const [again] = await queryAllByRole(page, 'button', 'Copy again');
    await again?.focus();
    await page.keyboard.press('Enter');
    await waitFor(
      async () =>
        (await queryAllByRole(page, 'status')).length > 0 &&
        page.$$eval('[role="status"]', (all) =>
          all.some(({ textContent }) => textContent.endsWith('This is tried again later.')),
        ),
      'what came of it',
    );
    await expectFocus(page, 'Copy again');
  });
});

interface Zoomed {
  readonly width: number;
  /** How much is seen of what there is room for, from 0 to 1. */
  readonly seen: number;
  /** Which part of the picture is in the middle of the room for it, from 0 to 1. */
  readonly middle: readonly number[];
}

/** The picture that is looked at by itself, without the room around it that its element may have. */
function zoomed(page: Page): Promise<Zoomed> {
  return page.$eval('.zoomed img', (element) => {
    const image = element as HTMLImageElement;
    const box = image.getBoundingClientRect();
    const room = image.parentElement?.getBoundingClientRect() ?? box;
    const ratio = image.naturalWidth / image.naturalHeight || 2;
    const width = Math.min(box.width, box.height * ratio);
    const height = width / ratio;
    const left = box.left + (box.width - width) / 2;
    const top = box.top + (box.height - height) / 2;
    const seenWidth = Math.min(left + width, room.right) - Math.max(left, room.left);
    const seenHeight = Math.min(top + height, room.bottom) - Math.max(top, room.top);
    const most = Math.min(width, room.width - 32) * Math.min(height, room.height - 32);
    return {
      width,
      seen: (Math.max(0, seenWidth) * Math.max(0, seenHeight)) / most,
      middle: [(room.left + room.width / 2 - left) / width, (room.top + room.height / 2 - top) / height],
    };
  });
}
