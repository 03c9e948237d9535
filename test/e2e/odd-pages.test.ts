import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

const LONG = 'A title without end. '.repeat(50_000);

/** What no blog should send, and some day one does. */
function oddPage(id: string): string {
  const card = (inside: string) => `<div class="post-card">${inside}</div>`;
  const title = (text: string) => `<h3 class="post-card__title">${text}</h3>`;
  const malformed = [
    'https://[',
    'javascript:alert(1)',
    '//',
    '/2025/99/x',
    '/2025/9/%E0%A4%A',
    `/2025/9/${'x'.repeat(5_000)}`,
    ' /2025 /9/x',
    'data:,',
  ];
  return `<!doctype html><title>Odd</title><body>
    ${card(`<a href="/${id}">${title(LONG)}</a>`)}
    ${card(title('No link'))}
    ${malformed.map((href) => card(`<a href="${href}">${title(href)}</a>`)).join('')}
    ${`<p><a href="/${id}">Again</a></p>`.repeat(10_000)}`;
}

describe.each(BROWSERS)('a page that makes no sense, in %s', (browser) => {
  test('neither breaks anything nor holds anything up', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first] = replica.posts();
    for (const body of [oddPage(first?.id ?? ''), oddPage(first?.id ?? '').replaceAll('post-card', 'x')]) {
      replica.setFault('home', { kind: 'replace', body, contentType: 'text/html' });
      const page = await session.openPage(`${BLOG}/`);
      await waitFor(
        () => page.evaluate(() => document.querySelectorAll('[data-liner-notes="unread"]').length > 0),
        'the card of the post to be marked',
      );
      await see.press(page, 'button', 'Unread only');
      await getByRole(page, 'button', 'Clear');
      await see.press(page, 'button', 'Clear');
      expect(await page.evaluate(() => document.querySelectorAll('[data-liner-notes-hidden]').length)).toBe(0);
      await page.close();
    }
    await see.expectBadge(session, '13');
  });
});
