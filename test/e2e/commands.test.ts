import { describe, expect } from 'vitest';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { commandNames } from './background-facts.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the keys that work anywhere in %s', (browser) => {
  test('check the blog, save the post of the page in front, and open the library', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.publish({ title: 'Asked For' });
    await session.runCommand('check-now');
    await see.expectBadge(session, '✓');
    await see.expectBadge(session, '14');
    const [, second] = replica.posts();
    const article = await session.openPage(`${BLOG}/${second?.id}`);
    await see.expectBadge(session, '13');
    await article.bringToFront();
    await session.runCommand('save-page');
    await see.expectBadge(session, '✓');
    const listing = await see.openListing(session);
    await see.expectMarkText(listing, second?.id ?? '', 'Saved');
    await listing.bringToFront();
    await session.runCommand('save-page');
    await see.expectBadge(session, '✗');
    await see.expectBadge(session, '13');
    await session.runCommand('open-library');
    await waitFor(
      async () => (await addressesOf(session)).includes(`${session.extensionOrigin}/library.html`),
      'the library',
    );
    expect(await session.badge()).toBe('13');
    // The browser opens the popup itself, and tells nobody of the key.
    expect(await commandNames(session)).toEqual(['_execute_action', 'check-now', 'open-library', 'save-page']);
  });
});

/** The addresses of all tabs: Firefox does not tell those of extension pages otherwise. */
async function addressesOf({ browser }: Session): Promise<string[]> {
  const pages = await browser.pages();
  return Promise.all(pages.map((page) => page.evaluate(() => location.href)));
}
