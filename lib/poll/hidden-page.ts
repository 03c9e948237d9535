import { browser } from 'wxt/browser';

const PAGE = '/parser.html';

/** A page of the extension that nobody sees. */
interface HiddenPage {
  /** Opens it, unless it is open. */
  open(): Promise<void>;
  /** Closes it, if it is open. */
  close(): Promise<void>;
}

/** Whether this worker has opened it: one that was stopped may have left its own behind, half loaded or at work for nobody. */
let isOurs = false;

/** Chrome's service worker has no DOM, and can have one such page. */
const offscreen: HiddenPage = {
  async open() {
    if (isOurs && (await isOffscreenOpen())) return;
    await offscreen.close();
    await browser.offscreen.createDocument({
      url: PAGE,
      reasons: ['DOM_PARSER'],
      justification: 'Reads the posts from what the blog has answered.',
    });
    isOurs = true;
  },
  async close() {
    isOurs = false;
    if (await isOffscreenOpen()) await browser.offscreen.closeDocument();
  },
};

async function isOffscreenOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}

let frame: HTMLIFrameElement | undefined;

/** Firefox's background is a page itself, and starts faster without what this one loads. */
const framed: HiddenPage = {
  async open() {
    if (frame) return;
    frame = document.createElement('iframe');
    const { promise: loaded, resolve } = Promise.withResolvers();
    frame.addEventListener('load', resolve, { once: true });
    frame.src = browser.runtime.getURL(PAGE);
    // Nobody sees it: Firefox needs no layout of it, and does not warn that it made one too early.
    frame.hidden = true;
    document.body.append(frame);
    await loaded;
  },
  async close() {
    frame?.remove();
    frame = undefined;
  },
};

/** The page that takes apart what the blog has answered. */
export const hiddenPage: HiddenPage = import.meta.env.FIREFOX ? framed : offscreen;
