import { type Figure, plainFigure } from './figure.ts';
import { POPUP_VIEWPORT } from './first-paint.ts';
import type { Library } from './libraries.ts';
import { measured } from './sizes.ts';
import { untilWhole } from './whole-list.ts';

/** How large the scripts and style sheets are that the popup has loaded once all posts are there. */
export async function loadedFigure({ session, folder, count }: Library): Promise<Figure> {
  const page = await session.browser.newPage();
  try {
    await page.setViewport(POPUP_VIEWPORT);
    const files = new Set<string>();
    page.on('request', (request) => void files.add(new URL(request.url()).pathname.slice(1)));
    await page.goto(`${session.extensionOrigin}/popup.html`);
    await untilWhole(page, count);
    const code = [...files].filter((file) => /\.(?:js|css)$/.test(file));
    const sizes = await Promise.all(code.map((file) => measured(folder, file)));
    const gzip = sizes.reduce((sum, [, size]) => sum + size.gzip, 0);
    return plainFigure('popup, loaded once the whole list is there, gzip', gzip, 'bytes');
  } finally {
    await page.close();
  }
}
