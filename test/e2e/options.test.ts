import { isDeepStrictEqual } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser as browserApi } from 'wxt/browser';
import type { Settings } from '../../lib/settings.ts';
import { getByRole, queryAllByRole, textOf } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { alarmAt, healthOf, letNextCheckCome } from './background-facts.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

declare const chrome: typeof browserApi;

const HOUR = 60 * 60_000;
/** What the badge and the lists may take to follow a change, and what it takes to ask the browser for them. */
const AT_ONCE = 1500;

describe.each(BROWSERS)('the options in %s', (browser) => {
  test('say how often the blog is checked, and stay so', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const { checkedAt = 0 } = await healthOf(session);
    const options = await openOptions(session);
    expect(await chosenInterval(options)).toBe('every hour');
    await chooseInterval(options, '360');
    const isMoved = async () => Math.abs(((await alarmAt(session)) ?? 0) - checkedAt - 6 * HOUR) < 0.6 * HOUR;
    await waitFor(isMoved, 'the alarm six hours after the last check');
    const isTold = async () => /^in [567] hours$/.test((await factsIn(options))['Next check'] ?? '');
    await waitFor(isTold, 'the next check in about 6 hours');

    await chooseInterval(options, '0');
    await waitFor(async () => (await alarmAt(session)) === undefined, 'no alarm');
    await waitFor(async () => (await factsIn(options))['Next check'] === 'only by hand', 'no next check');
    await options.close();
    const again = await openOptions(session);
    expect(await chosenInterval(again)).toBe('only by hand');
    expect((await factsIn(again))['Next check']).toBe('only by hand');
    await see.expectText(await see.openPopup(session), 'Next check: only by hand');
  });

  test('leave out what is of no followed category', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const posts = replica.posts().slice(0, 13);
    const popup = await see.openPopup(session);
    const options = await openOptions(session);
    await see.press(options, 'checkbox', 'Infrastructure');
    await waitFor(async () => (await session.badge()) === '12', 'the badge to follow', AT_ONCE);
    for (const category of ['Data', 'Data Science']) {
      await waitFor(() => isChecked(options, category), `${category} to be followed`);
      await see.press(options, 'checkbox', category);
      await waitFor(async () => !(await isChecked(options, category)), `${category} to be muted`);
    }
    const muted = ['Infrastructure', 'Data', 'Data Science'];
    const [followed, others] = parted(posts, ({ categories }) => categories.some((name) => !muted.includes(name)));
    expect(others).toHaveLength(2);
    await see.expectBadge(session, '11');
    await see.expectListed(popup, titlesOf(followed));
    await see.expectText(popup, '2 unread posts are in categories you do not follow.');

    await popup.bringToFront();
    await see.press(popup, 'button', 'Mark all as read');
    await see.expectText(popup, 'Marked 11 posts as read.');
    await see.expectText(popup, 'Nothing unread in the categories you follow.');
    await see.expectBadge(session, '');
    const unread = (await libraryRows(popup)).filter(({ reading }) => reading === 'unread');
    expect(unread.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());

    await options.bringToFront();
    await see.press(options, 'button', 'Follow all');
    await waitFor(async () => (await session.badge()) === '2', 'the badge to follow', AT_ONCE);
    await see.expectListed(popup, titlesOf(others));
    expect(await isChecked(options, 'Data')).toBe(true);
  });

  test('and the popup tell how the checks went', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const options = await openOptions(session);
    const good = await factsIn(options);
    expect(good).toEqual({
      'Last success': expect.stringMatching(/^now$|^\d+ seconds? ago$/),
      'Last failure': 'None',
      'Next check': expect.stringMatching(/^in (1 hour|\d+ minutes)$/),
      'Posts come from': "The blog's feed",
      'Last 30 days': trafficText(replica.requests),
    });
    // Browsers try again by themselves where a connection was reset: only that the extension has asked for feed and home page is known.
    const [first] = replica.requests.filter(({ path }) => path === '/feed');
    const lost = first ? [{ ...first, sentBytes: 0 }] : [];
    const withFailed = [...replica.requests, ...lost, ...lost];
    replica.setReachable(false);
    await letNextCheckCome(session);
    await waitFor(async () => (await factsIn(options))['Last failure'] !== 'None', 'the failure to be told');
    const bad = await factsIn(options);
    expect(bad).toEqual({
      'Last success': expect.stringMatching(/^(1 hour|2 hours|\d+ minutes) ago$/),
      'Last failure': expect.stringMatching(/^(now|\d+ seconds? ago): The blog could not be reached\.$/),
      'Next check': expect.stringMatching(/^in (\d+ hours?|\d+ minutes)$/),
      'Last 30 days': trafficText(withFailed),
    });
    const popup = await see.openPopup(session);
    await (await popup.waitForSelector('summary'))?.click();
    await waitFor(async () => Object.keys(await factsIn(popup)).length > 0, 'what is known of the checks');
    expect(Object.keys(await factsIn(popup))).toEqual(Object.keys(bad));
    expect(await factsIn(popup)).toMatchObject({
      'Last 30 days': bad['Last 30 days'],
      'Last failure': expect.stringContaining('The blog could not be reached.'),
    });
  });

  test('are accessible, work with the keyboard, and keep the quiet hours', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const options = await openFromPopup(session);
    await see.expectAccessible(options);
    await see.press(options, 'checkbox', 'Quiet hours');
    await anHourEarlier(options, 'From');
    await anHourEarlier(options, 'To');
    const hours = { on: true, from: '21:00', to: '06:00' };
    await waitFor(async () => isDeepStrictEqual((await storedSettings(options)).quietHours, hours), 'the quiet hours');
    await see.press(options, 'checkbox', 'Infrastructure');
    await getByRole(options, 'button', 'Follow all');
    await see.expectAccessible(options);
    await options.close();

    replica.setReachable(false);
    await letNextCheckCome(session);
    const again = await openOptions(session);
    await see.expectText(again, 'The blog could not be reached.');
    await see.expectAccessible(again);
    expect(await isChecked(again, 'Quiet hours')).toBe(true);
    expect(await Promise.all(['From', 'To'].map((name) => timeIn(again, name)))).toEqual(['21:00', '06:00']);
    await expectTabOrder(again);
  });
});

async function openOptions(session: Session): Promise<Page> {
  const options = await session.openExtensionPage('options.html');
  await getByRole(options, 'checkbox', 'Data');
  return options;
}

/** By the button in the popup. */
async function openFromPopup(session: Session): Promise<Page> {
  const popup = await see.openPopup(session);
  const before = new Set(await session.browser.pages());
  await see.press(popup, 'button', 'Options');
  const options = await waitFor(async () => {
    const pages = (await session.browser.pages()).filter((page) => !before.has(page));
    // Firefox does not tell the address of an extension's page, but the page does.
    for (const page of pages) if (/\/options\.html$/.test(await page.evaluate(() => location.href))) return page;
    return undefined;
  }, 'the options to open in a tab');
  await getByRole(options, 'checkbox', 'Data');
  return options;
}

async function chooseInterval(options: Page, minutes: string): Promise<void> {
  await (await getByRole(options, 'combobox', 'Check the blog')).select(minutes);
}

async function chosenInterval(options: Page): Promise<string | undefined> {
  const select = await getByRole(options, 'combobox', 'Check the blog');
  return select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text);
}

async function isChecked(options: Page, name: string): Promise<boolean> {
  const checkbox = await getByRole(options, 'checkbox', name);
  return checkbox.evaluate((element) => (element as HTMLInputElement).checked);
}

/** What the page tells of the checks, by its terms. */
async function factsIn(page: Page): Promise<Record<string, string>> {
  const texts = (role: string) => queryAllByRole(page, role).then((found) => Promise.all(found.map(textOf)));
  const [terms, facts] = await Promise.all([texts('term'), texts('definition')]);
  return Object.fromEntries(terms.map((term, i) => [term, facts[i] ?? '']));
}

/** What the page has to tell of the requests that the extension has made. */
function trafficText(requests: Replica['requests']): string {
  const ours = requests.filter(({ host }) => host === new URL(BLOG).host);
  const bytes = ours.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  return `${ours.length} requests, ${Math.round(bytes / 1000)} kB`;
}

/** Browsers give a field for a time no role. */
async function timeField(options: Page, name: string): Promise<ElementHandle<HTMLInputElement>> {
  const field = await options.evaluateHandle(
    (name) => [...document.querySelectorAll('label')].find(({ innerText }) => innerText.trim() === name)?.control,
    name,
  );
  const element = field.asElement();
  if (!element) throw new Error(`There is no field for the time ${name}.`);
  return element as ElementHandle<HTMLInputElement>;
}

async function timeIn(options: Page, name: string): Promise<string> {
  return (await timeField(options, name)).evaluate(({ value }) => value);
}

/** The hour comes first, whatever else the browser's language asks for. */
async function anHourEarlier(options: Page, name: string): Promise<void> {
  const before = await waitFor(() => timeField(options, name).catch(() => undefined), `the field for the time ${name}`);
  await before.press('ArrowDown');
}

function storedSettings(options: Page): Promise<Settings> {
  return options.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as Settings);
}

/** From the top of a page that was just opened, the Tab key leads to every control, in the order of the document. */
async function expectTabOrder(page: Page): Promise<void> {
  await page.bringToFront();
  const reached: number[] = [];
  const count = await page.evaluate(focusedAmongAll).then(({ count }) => count);
  await waitFor(async () => {
    await page.keyboard.press('Tab');
    const { index } = await page.evaluate(focusedAmongAll);
    // A field for a time is left only after its parts.
    if (index >= 0 && index !== reached.at(-1)) reached.push(index);
    return index === count - 1;
  }, 'the last control to have the focus');
  expect(reached).toEqual(Array.from({ length: count }, (_, index) => index));
}

/** Runs in the page. */
function focusedAmongAll(): { count: number; index: number } {
  const all = [...document.querySelectorAll('a[href], button, input, select, summary')];
  const controls = all.filter((control) => control.checkVisibility());
  return { count: controls.length, index: controls.indexOf(document.activeElement as Element) };
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

const titlesOf = (posts: ReturnType<Replica['posts']>) => posts.map(({ title }) => title);
