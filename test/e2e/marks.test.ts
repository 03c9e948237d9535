import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { authorOf } from '../replica/authors.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the marks in %s', (browser) => {
  test('save a post and let go of it, as the library does, and undo that', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const bare = await session.barePage();
    const [, second] = replica.posts();
    const isSaved = async () => (await libraryRows(bare)).find(({ id }) => id === second?.id)?.['bookmarked'] === true;
    await page.bringToFront();
    await see.press(page, 'button', `Save: ${second?.title}`);
    await see.expectStatus(page, 'Saved one post.');
    await waitFor(isSaved, 'the post to be saved');
    await see.press(page, 'button', `Remove from saved: ${second?.title}`);
    await see.expectStatus(page, 'Removed one post from saved.');
    // Whatever else the page draws, what was done can still be undone.
    await page.evaluate(() => {
      const card = document.querySelector('.post-card');
      const copy = card?.cloneNode(true) as Element;
      copy.removeAttribute('data-liner-notes');
      card?.parentElement?.append(copy);
    });
    await see.expectAllMarked(page);
    await see.press(page, 'button', 'Undo');
    await see.expectStatus(page, 'One post is as it was before.');
    await waitFor(isSaved, 'the post to be saved again');
    await page.keyboard.press('u');
    await waitFor(async () => !(await isSaved()), 'the post to be as it was at first');
    await see.expectBadge(session, '13');
    // What was undone is no hindrance to what the blog tells.
    await see.openFromPage(page, second?.title ?? '');
    await see.expectBadge(session, '12');
  });

  test('stand on every listing that there is and has been', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    for (const path of ['/tag/data-science', '/category/data-science', '/search?q=spotify', '/2024/']) {
      await (await see.openListing(session, path)).close();
    }
    replica.switchEra('wordpress');
    const { slug } = authorOf({ entryId: replica.posts().at(-1)?.entryId ?? '' });
    for (const path of ['/category/data-science/', '/tag/data-science/', '/?s=spotify', `/author/${slug}/`, '/2024/']) {
      await (await see.openListing(session, path)).close();
    }
  });

  test('know that a post was opened in a tab behind', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const [, second] = replica.posts();
    const link = await page.waitForSelector('.post-card h2');
    await page.keyboard.down('Control');
    await link?.click();
    await page.keyboard.up('Control');
    await see.expectReading(page, second?.id ?? '', 'read');
    await see.expectBadge(session, '12');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('copy the link of a post', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.press(page, 'button', `Copy link: ${replica.posts()[1]?.title}`);
    await see.expectStatus(page, 'The link was copied.');
  });

  test('mark everything older, and all that is shown, and both can be undone', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.press(page, 'button', `Mark everything older as read: ${replica.posts()[4]?.title}`);
    await see.expectBadge(session, '5');
    await see.press(page, 'button', 'Undo');
    await see.expectBadge(session, '13');
    await see.openFilter(page);
    await see.press(page, 'button', /^Data Science/);
    await see.expectStatus(page, '6 of 13 posts shown');
    await see.press(page, 'button', 'Mark all shown as read');
    await see.expectBadge(session, '7');
    await see.press(page, 'button', 'Undo');
    await see.expectBadge(session, '13');
  });

  test('stand on each card of a narrow page, wherever the reader is on it', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await page.setViewport({ width: 320, height: 400 });
    const ids = await see.visibleIds(page);
    for (const nth of (await see.seenCards(page)).keys()) {
      await page.evaluate((n) => document.querySelectorAll('.sticky-post, .post-card')[n]?.scrollIntoView(), nth);
      await see.expectVisible(page, ids);
    }
  });

  test('and the filter fit a narrow page with text twice as large', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await page.setViewport({ width: 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await see.openFilter(page);
    await see.press(page, 'button', 'Oldest first');
    expect(await page.evaluate(widestOfOurs)).toBeLessThanOrEqual(320);
  });

  test('and the filter are accessible', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    await see.openFilter(page);
    expect(await see.violationsIn(page, ['liner-notes-dock', 'liner-notes-mark'])).toEqual([]);
  });

  test('stand once on each card while the page sorts, replaces and redraws its cards', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const ids = replica.posts().slice(0, 13);
    await page.bringToFront();
    const frames = await page.evaluate(() => window.replica.churn(1000));
    expect(frames).toBeGreaterThan(3);
    await page.evaluate(() => window.replica.sort('oldest'));
    await page.evaluate(() => window.replica.replaceOne(2));
    const [first, ...others] = ids.map(({ id }) => id);
    await see.expectVisible(page, [first ?? '', ...others.toReversed()]);
    await see.press(page, 'button', `Mark as read: ${ids[3]?.title}`);
    await see.expectReading(page, ids[3]?.id ?? '', 'read');
    await see.expectBadge(session, '12');
  });
});

test('a page that Chromium loads ahead is not opened before the reader sees it', async ({ replica, start }) => {
  const session = await start('chromium');
  await see.expectBadge(session, '13');
  const [, second] = replica.posts();
  replica.prerender(`/${second?.id}`);
  const page = await see.openListing(session);
  await waitFor(
    async () => replica.requests.some(({ path }) => path === `/${second?.id}`),
    'the page to be loaded ahead',
  );
  await see.press(page, 'button', `Mark as read: ${replica.posts()[2]?.title}`);
  await see.expectBadge(session, '12');
  await see.expectReading(page, second?.id ?? '', 'unread');
  await getByRole(page, 'region', 'Filter posts');
});

test('nothing on the page moves because of us', async ({ start }) => {
  const session = await start('chromium');
  await see.expectBadge(session, '13');
  const page = await see.openListing(session);
  await getByRole(page, 'region', 'Filter posts');
  expect(await page.evaluate(layoutShift)).toBe(0);
});

/** Runs in a page: how far to the right a control of ours reaches that is not cut off, in CSS px. */
function widestOfOurs(): number {
  const hosts = [...document.querySelectorAll('liner-notes-mark, liner-notes-dock')];
  const controls = hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll('button, input, p') ?? [])]);
  return Math.max(...controls.map((control) => control.getBoundingClientRect().right));
}

/** The sum of all layout shifts since the page was loaded. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  });
}

test('nothing of ours is printed', async ({ start }) => {
  const session = await start('chromium');
  await see.expectBadge(session, '13');
  const page = await see.openListing(session);
  const shown = () =>
    page.evaluate(() => {
      const ours = [...document.querySelectorAll('liner-notes-mark, liner-notes-dock')];
      return ours.filter((element) => element.checkVisibility()).length;
    });
  await waitFor(async () => (await shown()) > 1, 'marks and the filter');
  await page.emulateMediaType('print');
  expect(await shown()).toBe(0);
});
