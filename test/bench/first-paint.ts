import type { Viewport } from 'puppeteer-core';
import type { Session } from '../launch/launch.ts';

/** A page of the extension, and what is looked for on it. */
export interface Opened {
  readonly path: string;
  readonly selector: string;
  /** In CSS pixels; that of the popup, if none is named. */
  readonly viewport?: Viewport;
}

declare global {
  var linerNotesPainted: Promise<number> | undefined;
}

/** As large as the browsers let a popup become, nearly. */
export const POPUP_VIEWPORT = { width: 400, height: 600 };
const TIMEOUT_MS = 20_000;

/**
 * Opens the page in a fresh tab. Answers the milliseconds from the start of the navigation until the first element that
 * matches the selector was on the screen.
 */
export async function timeToFirstPaint({ browser, extensionOrigin }: Session, opened: Opened) {
  const { path, selector, viewport = POPUP_VIEWPORT } = opened;
  const page = await browser.newPage();
  try {
    await page.setViewport(viewport);
    await page.evaluateOnNewDocument(watchFirstPaint, selector);
    await page.goto(`${extensionOrigin}/${path}`);
    const painted = await page.waitForFunction(() => globalThis.linerNotesPainted, { timeout: TIMEOUT_MS });
    const time = await painted.jsonValue();
    if (!time) throw new Error(`${path} cannot tell when ${selector} was painted.`);
    return time;
  } catch (error) {
    throw new Error(`No ${selector} was painted on ${path}`, { cause: error });
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page before its own scripts. Element timing tells when the very frame that holds the element's text was
 * presented; an animation frame and a task after it would leave out rastering, and tell of a frame that may hold less.
 */
function watchFirstPaint(selector: string): void {
  globalThis.linerNotesPainted = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      resolve(Math.min(...list.getEntries().map(({ startTime }) => startTime)));
    }).observe({ type: 'element', buffered: true });
  });
  new MutationObserver((_, observer) => {
    const shown = document.querySelector(selector);
    if (!shown) return;
    observer.disconnect();
    for (const element of [shown, ...shown.querySelectorAll('*')]) element.setAttribute('elementtiming', 'first');
  }).observe(document, { childList: true, subtree: true });
}
