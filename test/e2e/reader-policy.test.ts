import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { fillCopies, openReader } from './copies.ts';

/** What a browser says of what the policy forbids. */
const FORBIDDEN = /Content[- ]Security[- ]Policy|Refused to|requires 'Trusted|violates|EvalError|Trusted ?Types/i;

/** What the replica would be asked for, were any of it allowed. */
const ATTACK = `${BLOG}/forbidden`;

describe.each(BROWSERS)('the policy of the reader page in %s', (browser) => {
  test('forbids inline script, eval, frames and the network, and pictures but those that are copied', async ({
    replica,
    start,
    tolerated,
  }) => {
    tolerated.push(FORBIDDEN);
    const session = await start(browser);
    const [first] = await fillCopies(session, 1);
    const page = await openReader(session, first?.post.id ?? '');
    const tried = await page.evaluate(tryAll, ATTACK);
    expect(tried).toEqual({
      'a handler': 'forbidden',
      'a script': 'forbidden',
      'a string as code': 'forbidden',
      'a picture of the blog': 'forbidden',
      'a picture in its address': 'forbidden',
      'a copied picture': 'allowed',
      'a request': 'forbidden',
      'a worker': 'forbidden',
    });
    await page.evaluate(addFrame, ATTACK);
    await page.evaluate(sendForm, ATTACK);
    const violated = () => page.evaluate(() => (globalThis as unknown as { violated: string[] }).violated);
    for (const directive of ['connect-src', 'form-action', 'frame-src', 'img-src']) {
      await waitFor(async () => (await violated()).includes(directive), `${directive} to forbid something`);
    }
    expect(await hasRun(page)).toBe(false);
    expect(replica.requests.filter(({ url }) => url.includes('forbidden'))).toEqual([]);
  });
});

function hasRun(page: Page): Promise<boolean> {
  return page.evaluate(() => 'hasRun' in globalThis);
}

/** Runs in the page: what is done in it by its own script is what an attack could do at most. */
async function tryAll(attack: string): Promise<Record<string, string>> {
  const state = globalThis as unknown as { violated: string[]; hasRun?: boolean };
  state.violated = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    state.violated.push(effectiveDirective);
  });
  const code = 'globalThis.hasRun = true';
  const attempts: Record<string, () => unknown> = {
    'a handler': () => {
      const button = document.body.appendChild(document.createElement('button'));
      button.setAttribute('onclick', code);
      button.click();
      return state.hasRun;
    },
    'a script': () => {
      const script = document.createElement('script');
      script.append(code);
      document.body.append(script);
      return state.hasRun;
    },
    // What a test itself runs in a page of Chromium may make code of strings: a task of the page may not.
    'a string as code': () =>
      new Promise((resolve, reject) => {
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: it is what is forbidden
            resolve(globalThis.eval(code));
          } catch (error) {
            reject(error);
          }
        });
      }),
    'a picture of the blog': () => load(`${attack}.png`),
    'a picture in its address': () =>
      load('data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
    'a copied picture': async () => {
      const canvas = new OffscreenCanvas(1, 1);
      canvas.getContext('2d');
      return load(URL.createObjectURL(await canvas.convertToBlob()));
    },
    'a request': () => fetch(attack),
    'a worker': () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(true)'], { type: 'text/javascript' })));
        worker.onmessage = resolve;
        worker.onerror = reject;
      }),
  };
  const tried: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      tried[name] = (await attempt()) ? 'allowed' : 'forbidden';
    } catch {
      tried[name] = 'forbidden';
    }
  }
  return tried;

  async function load(src: string): Promise<boolean> {
    const image = new Image();
    image.src = src;
    await image.decode();
    return image.naturalWidth > 0;
  }
}

/** Runs in the page. */
function addFrame(attack: string): void {
  const frame = document.createElement('iframe');
  frame.src = attack;
  document.body.append(frame);
}

/** Runs in the page. */
function sendForm(attack: string): void {
  const form = document.createElement('form');
  form.action = attack;
  document.body.append(form);
  // Firefox says so here, too.
  try {
    form.submit();
  } catch {}
}
