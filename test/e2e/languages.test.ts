import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

const OUTPUT = join(import.meta.dirname, '../../.output');
const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

describe.each(BROWSERS)('in Swedish, %s', (browser) => {
  let extension = '';
  // The browsers here speak English: Swedish stands in its place.
  beforeAll(async () => {
    extension = await mkdtemp(join(tmpdir(), 'liner-notes-swedish-'));
    await cp(join(OUTPUT, BUILDS[browser]), extension, { recursive: true });
    await cp(join(extension, '_locales/sv'), join(extension, '_locales/en'), { recursive: true });
  });
  afterAll(() => rm(extension, { recursive: true, force: true }));

  test('has popup, options and the marks on the blog', async ({ replica, start }) => {
    const session = await start(browser, { extension });
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    const popup = await session.openExtensionPage('popup.html');
    await see.press(popup, 'button', `Markera som läst: ${first?.title}`);
    await see.expectStatus(popup, 'Ett inlägg markerades som läst.');
    await see.expectText(popup, 'Nästa kontroll: om ');
    await see.expectAccessible(popup);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('sv');
    const options = await session.openExtensionPage('options.html');
    await getByRole(options, 'heading', 'Inställningar för Liner Notes');
    expect(await options.title()).toBe('Inställningar för Liner Notes');
    await see.expectAccessible(options);
    const listing = await see.openListing(session);
    await see.press(listing, 'button', `Markera som oläst: ${first?.title}`);
    await see.expectBadge(session, '13');
  });
});
