// @vitest-environment node
import { Window } from 'happy-dom';
import { afterEach, expect, test } from 'vitest';
import { createSite, type Site } from '../replica/site.ts';
import { clientScript } from '../replica/today/bundle.ts';
import type { PageControls } from '../replica/types.ts';
import { eventually } from './eventually.ts';
import { get } from './replica-helpers.ts';

const SETTINGS = {
  enableJavaScriptEvaluation: true,
  suppressInsecureJavaScriptEnvironmentWarning: true,
  disableJavaScriptFileLoading: true,
  disableCSSFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
};

const windows: Window[] = [];

afterEach(async () => {
  for (const window of windows.splice(0)) await window.happyDOM.close();
});

/** A page of today's site that React has taken over, and whatever it has complained of. */
async function openPage(site: Site, path: string, tamper = (html: string) => html) {
  const complaints: string[] = [];
  const complain = (...words: unknown[]) => void complaints.push(words.join(' '));
  const url = `https://engineering.atspotify.com${path}`;
  const window = new Window({ url, settings: SETTINGS, console: { ...console, error: complain } });
  windows.push(window);
  const load = async (address: string) => {
    const { status, body } = await get(site, address);
    return { ok: status === 200, status, json: async () => JSON.parse(body) };
  };
  Object.assign(window, { fetch: load });
  window.document.write(tamper((await get(site, path)).body));
  window.eval(await clientScript());
  const { document } = window;
  await eventually(() => expect(document.querySelector('next-route-announcer')).not.toBeNull());
  const controls: PageControls = Reflect.get(window, 'replica');
  const cards = () => [...document.querySelectorAll('.post-grid > .post-card')];
  const heading = () => document.querySelector('h1')?.textContent;
  return { window, document, complaints, controls, cards, heading };
}

test.each([
  ['/', 12],
  ['/', 24],
  ['/tag/data', 24],
  ['/category/data', 24],
  ['/2020/', 24],
  ['/search?q=data', 24],
  ['/search?q=%22nothing%22+%26+<more>', 0],
  ['/', 1000],
])(
  'React takes over %s with %i cards as it finds it',
  async (path, size) => {
    const site = createSite();
    site.catalogue.addMany(2000);
    site.settings.pageSize = size;
    const { cards, complaints } = await openPage(site, path);
    expect([cards().length, complaints]).toEqual([size, []]);
  },
  30_000,
);

test('React would complain of a page that is not what it expects', async () => {
  const { complaints } = await openPage(createSite(), '/', (html) => html.replace('Welcome to our', 'Farewell to our'));
  expect(complaints.join()).toContain('hydration');
});

test('sort moves the cards of the grid, and keeps their elements', async () => {
  const { controls, cards, complaints } = await openPage(createSite(), '/');
  const before = cards();
  controls.sort('oldest');
  await eventually(() => expect(cards()).toEqual(before.toReversed()));
  controls.sort('newest');
  await eventually(() => expect(cards()).toEqual(before));
  expect(complaints).toEqual([]);
});

test('replaceOne puts another element in place of one card, as often as it is called', async () => {
  const { controls, cards } = await openPage(createSite(), '/');
  const places = (before: ReturnType<typeof cards>) => cards().flatMap((card, at) => (card === before[at] ? [] : [at]));
  for (const index of [3, 3, 0]) {
    const before = cards();
    controls.replaceOne(index);
    await eventually(() => expect(places(before)).toEqual([index]));
    expect(cards()[index]?.textContent).toBe(before[index]?.textContent);
  }
  expect(() => controls.replaceOne(12)).toThrow('The grid has no card 12');
});

test('churn draws the grid differently in every frame, and leaves it as it was', async () => {
  const { window, document, controls, cards } = await openPage(createSite(), '/');
  const grid = document.querySelector('.post-grid');
  const before = [grid?.outerHTML, ...cards()];
  const seen = new Set<string>();
  const observer = new window.MutationObserver((records) => {
    for (const { type } of records) seen.add(type);
  });
  if (grid) observer.observe(grid, { subtree: true, childList: true, attributes: true });
  expect(await controls.churn(1000)).toBeGreaterThan(1);
  await eventually(() => expect([...seen].sort()).toEqual(['attributes', 'childList']));
  expect([grid?.outerHTML, ...cards()]).toEqual(before);
});

test('the search in the header shows what it finds without a page load, and back leads back', async () => {
  const { window, document, cards, heading } = await openPage(createSite(), '/');
  const body = document.body;
  document.querySelector('input[type=search]')?.setAttribute('value', 'data & dashboards');
  const submit = new window.Event('submit', { cancelable: true, bubbles: true });
  document.querySelector('.header__search form')?.dispatchEvent(submit);
  await eventually(() => expect(heading()).toBe('Search results for “data & dashboards”'));
  expect([window.location.search, cards().length]).toEqual(['?q=data+%26+dashboards', 0]);
  expect(document.querySelector('.archive p')?.textContent).toBe('No posts found.');
  window.history.back();
  await eventually(() => expect([heading(), cards().length]).toEqual(['Engineering', 12]));
  expect(document.body).toBe(body);
});

test.each(['/search?q=how', '/category/data', '/tag/data', '/2023/'])('%s has a Load More', async (path) => {
  const site = createSite();
  site.catalogue.addMany(500);
  for (let day = 1; day < 13; day++) site.catalogue.addOld({ title: `Day ${day}`, date: `2023-01-${10 + day}` });
  const { window, document, controls, cards, complaints } = await openPage(site, '/');
  controls.navigate(path);
  await eventually(() => expect(document.querySelector('.home')).toBeNull());
  const before = cards();
  document.querySelector('.btn-load-more')?.dispatchEvent(new window.MouseEvent('click', { bubbles: true }));
  await eventually(() => expect(cards()).toHaveLength(24));
  expect([before.length, cards().slice(0, 12), complaints]).toEqual([12, before, []]);
});

test('the menu of the home page leads to a category without a page load', async () => {
  const { window, document, heading } = await openPage(createSite(), '/');
  const click = new window.MouseEvent('click', { cancelable: true, bubbles: true });
  document.querySelector('.categories a[href="/category/web"]')?.dispatchEvent(click);
  await eventually(() => expect(heading()).toBe('Category archive: Web'));
  expect([window.location.pathname, click.defaultPrevented]).toEqual(['/category/web', true]);
});
