import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { test } from './blog-test.ts';
import * as list from './reading-list.ts';
import * as see from './views.ts';

// Firefox lets no script of a test come before those of an extension's page.
describe('a reading list that has only begun to be there', () => {
  test('loses no key that is pressed as soon as it is there, or faster than it is drawn', async ({ start }) => {
    const session = await start('chromium');
    await list.fill(session, 40, (i) => ({ title: `Post ${i}` }));
    const page = await list.openDoing(session, () => {
      for (const key of ['j', 'ArrowDown', 'ArrowDown', 'x', 'ArrowDown'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await list.expectFocus(page, 'Post 3');
    await see.expectStatus(page, '1 post selected');
    expect(await page.$eval('[data-selected="true"] h3', ({ textContent }) => textContent)).toBe('Post 2');
  });

  test('does not move when the numbers of its views come', async ({ start }) => {
    const session = await start('chromium');
    const saved = { bookmarked: true, bookmarkedAt: 1, progress: 0.5, progressAt: 1 };
    await list.fill(session, 3600, (i) => (i < 1200 ? { reading: 'archived' } : i < 2400 ? saved : {}));
    const page = await list.openDoing(session, () => {
      const { top } = document.querySelector('main')?.getBoundingClientRect() ?? {};
      document.documentElement.dataset['topAtFirst'] = `${top}`;
    });
    await getByRole(page, 'button', 'Unread 2,400');
    const [first, now] = await page.evaluate(() => [
      document.documentElement.dataset['topAtFirst'],
      `${document.querySelector('main')?.getBoundingClientRect().top}`,
    ]);
    expect(now).toBe(first);
  });

  test('stays where it was scrolled to before all of it was there', async ({ start }) => {
    const session = await start('chromium');
    await list.fill(session, 40, (i) => ({ title: `Post ${i}` }));
    const page = await list.openDoing(session, () => document.querySelector('main')?.scrollTo(0, 90));
    await list.expectCount(page, 40);
    await waitFor(async () => (await page.$$('.post')).length > 10, 'more rows than the first');
    expect(await page.$eval('main', ({ scrollTop }) => scrollTop)).toBe(90);
  });
});
