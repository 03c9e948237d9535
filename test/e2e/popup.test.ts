import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { letNextCheckCome } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the popup in %s', (browser) => {
  test('marks one post, and all, and takes it back', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const titles = titlesOf(replica.posts().slice(0, 13));
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', `Mark as read: ${titles[1]}`);
    await see.expectListed(popup, titles.toSpliced(1, 1));
    await see.expectText(popup, 'Marked one post as read.');
    const marked = (await libraryRows(popup)).filter(({ readingAt }) => readingAt !== 0);
    expect(marked.map(({ title }) => title)).toEqual([titles[1]]);
    expect(Date.now() - Number(marked[0]?.['readingAt'])).toBeLessThan(60_000);
    await see.press(popup, 'button', 'Undo');
    await see.expectListed(popup, titles);

    await see.press(popup, 'button', 'Mark all as read');
    await see.expectText(popup, 'caught up');
    await see.expectBadge(session, '');
    await see.expectAccessible(popup);
    await see.press(popup, 'button', 'Undo');
    await see.expectListed(popup, titles);
    await see.expectBadge(session, '13');
  });

  test('takes a double click for one', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const titles = titlesOf(replica.posts().slice(0, 13));
    const popup = await see.openPopup(session);
    const first = await getByRole(popup, 'button', `Mark as read: ${titles[0]}`);
    const { x, y } = await first.clickablePoint();
    await popup.evaluate(() =>
      addEventListener('click', ({ detail }) => document.body.setAttribute('data-clicks', `${detail}`)),
    );
    await popup.mouse.click(x, y);
    await see.expectListed(popup, titles.slice(1));
    await popup.mouse.down({ clickCount: 2 });
    await popup.mouse.up({ clickCount: 2 });
    // Firefox takes what comes after half a second for another click.
    const left = titles.slice((await clicksOf(popup)) === '2' ? 1 : 2);
    await see.press(popup, 'button', `Mark as read: ${left.at(-1)}`);
    await see.expectListed(popup, left.slice(0, -1));

    await see.press(popup, 'button', 'Mark all as read');
    await see.expectBadge(session, '');
    await (await getByRole(popup, 'button', 'Undo')).click({ count: 2 });
    await see.expectText(popup, `${left.length - 1} posts are unread again.`);
  });

  test('opens a post behind when asked to, and stays', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const titles = titlesOf(replica.posts().slice(0, 13));
    const popup = await see.openPopup(session);
    await popup.keyboard.down('Control');
    await see.press(popup, 'link', titles[0] ?? '');
    await popup.keyboard.up('Control');
    await see.expectListed(popup, titles.slice(1));
    await see.expectOpen(session, idOf(replica, 0));
    expect(await popup.evaluate(() => document.visibilityState)).toBe('visible');
  });

  test('lists the posts of one day in the order in which they were published', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    for (const title of ['Zebra', 'Aardvark', 'Marmot']) replica.publish({ title });
    await see.press(popup, 'button', 'Check now');
    await see.expectBadge(session, '16');
    replica.publish({ title: 'Bear' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '17');
    expect((await see.listedTitles(popup)).slice(0, 4)).toEqual(['Bear', 'Marmot', 'Aardvark', 'Zebra']);
  });

  test('is accessible, and works with the keyboard alone', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const titles = titlesOf(replica.posts().slice(0, 13));
    const popup = await see.openPopup(session);
    await see.expectListed(popup, titles);
    await see.expectAccessible(popup);
    await tabTo(popup, `Mark as read: ${titles[0]}`);
    await popup.keyboard.press('Enter');
    await see.expectListed(popup, titles.slice(1));
    await waitFor(async () => (await focusedName(popup)) === `Mark as read: ${titles[1]}`, 'the focus on the next row');
    await popup.keyboard.press(' ');
    await see.expectListed(popup, titles.slice(2));
    await popup.keyboard.down('Shift');
    await tabTo(popup, 'Mark all as read');
    await popup.keyboard.up('Shift');
    await popup.keyboard.press('Enter');
    await see.expectText(popup, 'caught up');
    expect(await popup.evaluate(() => document.activeElement?.localName)).toBe('main');
    await tabTo(popup, 'Undo');
    await popup.keyboard.press('Enter');
    await see.expectListed(popup, titles.slice(2));
    // What was done before that can be undone as well: the focus is still on the button.
    expect(await focusedName(popup)).toBe('Undo one more');
    await popup.keyboard.down('Shift');
    await tabTo(popup, titles[2] ?? '');
    await popup.keyboard.up('Shift');
    // The popup closes before the key is let go of.
    await popup.keyboard.down('Enter');
    await see.expectOpen(session, idOf(replica, 2));
    await see.expectBadge(session, '10');
  });

  test('says that the blog cannot be reached, keeps the list, and recovers', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    replica.setReachable(false);
    await see.press(popup, 'button', 'Check now');
    await getByRole(popup, 'alert', '');
    await see.expectText(popup, 'The blog could not be reached. Your list is kept. The next check is in');
    await see.expectListed(popup, titlesOf(replica.posts().slice(0, 13)));
    await see.expectBadge(session, '13');
    await see.expectAccessible(popup);

    replica.setReachable(true);
    await letNextCheckCome(session);
    await waitFor(async () => (await popup.$$('[role=alert]')).length === 0, 'the failure to be gone');
  });

  test.for([
    [{ kind: 'status', status: 503 }, 'The blog answered with an error (503).'],
    [{ kind: 'status', status: 429, retryAfter: '60' }, 'The blog answered with an error (429).'],
  ] as const)('says in a sentence that the feed is %o', async ([fault, sentence], { replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    replica.publish({ title: 'Not to Be Had Yet' });
    replica.setFault('feed', fault);
    await see.press(popup, 'button', 'Check now');
    await see.expectText(popup, sentence);
    await see.expectBadge(session, '13');
  });

  test('says that there is no network, and goes on when there is', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    await session.setOffline(true);
    await see.expectText(popup, 'You are offline. Your list is kept. The checks go on once you are back online.');
    expect(await popup.evaluate(() => document.querySelector('footer')?.textContent)).not.toContain('Next check');
    replica.publish({ title: 'Not to Be Had Yet' });
    await see.press(popup, 'button', 'Check now');
    await see.expectText(popup, 'Check now');
    await see.expectBadge(session, '13');
    await see.expectAccessible(popup);
    await session.setOffline(false);
    await waitFor(async () => (await popup.$$('[role=alert]')).length === 0, 'the failure to be gone');
    await see.press(popup, 'button', 'Check now');
    await see.expectBadge(session, '14');
  });

  test('says what it is doing until the very first check is over', async ({ replica, start }) => {
    replica.setFault('feed', { kind: 'slow', ms: 20_000 });
    const session = await start(browser);
    const popup = await session.openExtensionPage('popup.html');
    await see.expectText(popup, 'Reading the blog for the first time…');
    await see.expectText(popup, 'Its newest posts will be listed here as unread.');
    await see.expectText(popup, 'Checking…');
    await see.expectAccessible(popup);
    replica.setFault('feed', undefined);
    await see.expectListed(popup, titlesOf(replica.posts().slice(0, 13)));
    await see.expectText(popup, 'Check now');
  });

  test('says so when the very first check fails, and tries again when asked', async ({ replica, start }) => {
    replica.setReachable(false);
    const session = await start(browser);
    const popup = await see.openPopup(session);
    await see.expectText(popup, 'The blog could not be reached. The next check is in');
    await see.expectText(popup, 'Nothing new to show.');
    await see.expectAccessible(popup);
    replica.setReachable(true);
    await see.press(popup, 'button', 'Check now');
    await see.expectListed(popup, titlesOf(replica.posts().slice(0, 13)));
    await see.expectBadge(session, '13');
  });

  test('has the first posts though home page and JSON fail, and the rest later', async ({ replica, start }) => {
    replica.setFault('home', { kind: 'status', status: 500 });
    replica.setFault('entries', { kind: 'status', status: 500 });
    const session = await start(browser);
    await see.expectBadge(session, '5');
    const popup = await see.openPopup(session);
    await see.expectText(popup, "The blog's home page could not be read");
    replica.setFault('home', undefined);
    await see.press(popup, 'button', 'Check now');
    await see.expectBadge(session, '13');
    await see.expectListed(popup, titlesOf(replica.posts().slice(0, 13)));
  });

  test('has the first posts from the JSON where the home page fails', async ({ replica, start }) => {
    replica.setFault('home', { kind: 'status', status: 500 });
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await see.expectListed(await see.openPopup(session), titlesOf(replica.posts().slice(0, 13)));
  });

  test('shows a post as the blog tells it now, with the mark that the reader gave it', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [first, second] = replica.posts();
    if (!first || !second) throw new Error('The replica has too few posts.');
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', `Mark as read: ${first.title}`);
    await see.expectBadge(session, '12');
    replica.edit(first.id, { title: 'First, Edited' });
    replica.edit(second.id, { title: 'Second, Edited' });
    await see.press(popup, 'button', 'Check now');
    await waitFor(async () => (await see.listedTitles(popup))[0] === 'Second, Edited', 'the new title');
    expect(await see.listedTitles(popup)).toHaveLength(12);
    await see.expectBadge(session, '12');
  });
});

async function tabTo(page: Page, name: string): Promise<void> {
  await waitFor(async () => {
    await page.keyboard.press('Tab');
    return (await focusedName(page)) === see.collapsed(name);
  }, `the focus on ${name}`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });
}

const titlesOf = (posts: ReturnType<Replica['posts']>) => posts.map(({ title }) => title);
const idOf = (replica: Replica, index: number) => replica.posts()[index]?.id ?? '';

/** How many clicks the last was of, as the browser counts. */
function clicksOf(page: Page): Promise<string | null> {
  return page.evaluate(() => document.body.getAttribute('data-clicks'));
}
