import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { fillLibrary, samplePosts } from '../bench/library.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import {
  AFTER,
  ATTACKER,
  type Attack,
  articleWith,
  attacks,
  BEFORE,
  findHostile,
  loadTools,
  OF_PARSING,
  provoke,
} from './attacks.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { putCopies, sampleCopy } from './copies.ts';

const ATTACKS = attacks();
const TABS = 3;

test('there are enough attacks to speak of', () => {
  expect(ATTACKS.length).toBeGreaterThan(250);
  expect(new Set(ATTACKS.map(({ html }) => html)).size).toBe(ATTACKS.length);
});

describe.each(BROWSERS)('hostile posts in %s', (browser) => {
  test('are harmless in the reader, and what is sane in them is there', { timeout: 400_000 }, async ({
    replica,
    start,
    tolerated,
  }) => {
    tolerated.push(OF_PARSING);
    const session = await start(browser);
    const ids = await saveAll(session);
    const left = ATTACKS.map((attack, index) => ({ attack, id: ids[index] ?? '' }));
    const findings: string[] = [];
    const work = async () => {
      const page = await session.openExtensionPage('reader.html');
      for (let next = left.shift(); next; next = left.shift()) {
        const found = await readHostile(page, next.id, next.attack);
        findings.push(...found.map((finding) => `${next?.attack.name}: ${finding}`));
      }
    };
    await Promise.all(Array.from({ length: TABS }, work));
    expect(findings).toEqual([]);
    expect(asked(replica)).toEqual([]);
  });

  test('are harmless by the policy alone, and harmful without it', { timeout: 200_000 }, async ({
    replica,
    start,
    tolerated,
  }) => {
    // Whatever the attacks do to the pages that they are let into is meant to be done.
    tolerated.push(/./);
    const session = await start(browser);
    const page = await session.openPage(`${BLOG}/nothing-is-here`);
    await loadTools(page);
    const found = await page.evaluate(sanitizeAll, ATTACKS.map(articleWith), BEFORE.length);
    expect(
      found.map((finding, index) => [ATTACKS[index]?.name, finding]).filter(([, finding]) => finding?.length),
    ).toEqual([]);
    expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
    expect(asked(replica)).toEqual([]);
    // The very same samples are no toys: in a page that takes them as they are most of them run, or ask for something.
    const ran = await page.evaluate(runAll, ATTACKS.map(articleWith));
    const requests = await waitFor(
      async () => asked(replica).length > 40 && asked(replica),
      'requests of the attacker',
    );
    expect(ran.filter(Boolean).length + new Set(requests).size).toBeGreaterThan(ATTACKS.length / 2);
  });
});

describe.each(BROWSERS)('hostile drawings in %s', (browser) => {
  test('are made harmless, and what they draw stays', async ({ replica, start, tolerated }) => {
    // Firefox tells of what is no XML.
    tolerated.push(/XML Parsing Error/);
    const session = await start(browser);
    const page = await session.openPage(`${BLOG}/nothing-is-here`);
    await loadTools(page);
    const sanitize = (svg: string) =>
      page.evaluate((svg) => globalThis.attackTools?.sanitizer?.sanitizeSvg(svg) ?? 'none', svg);
    const drawing = await sanitize(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]>${svgWith(DRAWING)}`);
    for (const kept of [
      'linearGradient',
      'url(#shade)',
      '.a{fill:',
      'href="#box"',
      'base64,iVBORw0KGgo=',
      'viewBox',
      '&lt;b',
    ]) {
      expect(drawing).toContain(kept);
    }
    expect(drawing).not.toContain('DOCTYPE');
    for (const none of [
      '<p>no svg</p>',
      '<svg>',
      svgWith('<g>'),
      '',
      'text',
      '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    ]) {
      expect(await sanitize(none)).toBe('none');
    }
    const safe = await Promise.all(HOSTILE_DRAWINGS.map((inside) => sanitize(svgWith(inside))));
    expect(safe.filter((svg) => /attack|script|foreignObject|<set|<animate|<a[ >]/i.test(svg))).toEqual([]);
    expect(safe.filter((svg) => svg.includes('id="rest"'))).toHaveLength(HOSTILE_DRAWINGS.length);
    expect(asked(replica)).toEqual([]);
  });
});

const svgWith = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inside}<g id="rest"/></svg>`;

const DRAWING = `<style>.a{fill:url(#shade);stroke:#000}</style><defs><linearGradient id="shade"><stop offset="0"/></linearGradient>
  <rect id="box" class="a" style="opacity:.5" width="3" height="3"/></defs><use href="#box"/><use xlink:href="#box"/>
  <image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/><text>a &lt;b</text>`;

const HOSTILE_DRAWINGS = [
  '<script>attacked=1</script>',
  '<script href="https://attack.example/s.js"/>',
  '<rect onclick="attacked=1" onload="attacked=1"/>',
  '<a href="https://attack.example/"><text>x</text></a>',
  '<a xlink:href="javascript:attacked=1"><text>x</text></a>',
  '<use href="https://attack.example/u.svg#x"/><use xlink:href="data:image/svg+xml,attack#x"/>',
  '<image href="https://attack.example/i.png"/><image xlink:href="data:image/svg+xml;base64,YXR0YWNr"/>',
  '<image href="data:text/html;base64,attack"/><image href="data:image/svg+xml,attack"/>',
  '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">attack</p></foreignObject>',
  '<animate attributeName="href" values="javascript:attacked=1"/><set attributeName="onclick" to="attacked=1"/>',
  '<style>@import url(https://attack.example/s.css);</style>',
  '<style>rect{fill:url("https://attack.example/f.svg#f")}</style>',
  '<style>rect{fill:u\\72l(https://attack.example/f.svg#f)}</style>',
  '<rect style="fill:url(https://attack.example/f.svg#f)" fill="url( //attack.example/g.svg#g )"/>',
  '<rect filter="url(&quot;https://attack.example/f.svg#f&quot;)" mask="image(attack)" cursor="url(attack.cur),auto"/>',
  '<filter id="f"><feImage href="https://attack.example/fe.png"/></filter>',
  '<html:img xmlns:html="http://www.w3.org/1999/xhtml" src="https://attack.example/h.png" onerror="attacked=1"/>',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>',
  '<?xml-stylesheet href="https://attack.example/x.css"?><iframe src="https://attack.example/"/>',
];

/** Where another way into the library is to be tried, only this has to be another. */
async function saveAll(session: Session): Promise<readonly string[]> {
  const bare = await session.barePage();
  const posts = samplePosts(ATTACKS.length).map((post) => ({ ...post, bookmarked: true, bookmarkedAt: 1 }));
  await fillLibrary(
    bare,
    posts,
    posts.map(({ id }) => ({ id, text: 'Text', authors: [] })),
  );
  const copies = ATTACKS.map((attack, index) => {
    const post = posts[index];
    if (!post) throw new Error('There are fewer posts than attacks.');
    const copy = sampleCopy(post, index, { html: articleWith(attack), image: '', pictures: [], missing: [] });
    return { ...copy, pictures: [] };
  });
  await putCopies(bare, copies);
  return posts.map(({ id }) => id);
}

/** What is wrong with a hostile post in the reader. */
async function readHostile(page: Page, id: string, attack: Attack): Promise<string[]> {
  const path = `/reader.html?post=${id}`;
  await page.evaluate((path) => location.assign(path), path);
  // Once it is noted that the post was opened, nothing is under way any more.
  const isShown = () =>
    page.evaluate(
      (path) =>
        location.pathname + location.search === path &&
        document.querySelector('.text > *') !== null &&
        document.querySelector('[aria-label="Mark as unread"]') !== null,
      path,
    );
  await waitFor(isShown, `${attack.name} in the reader`);
  await page.evaluate(provoke, '.text');
  const hostile = await page.evaluate(findHostile, '.text');
  const { text, ran, isOwn } = await page.evaluate(() => ({
    text: document.querySelector('.text')?.textContent ?? '',
    ran: 'attacked' in globalThis,
    isOwn: ['app', 'text', 'look'].every((id) => document.querySelectorAll(`#${id}`).length === 1),
  }));
  return [
    ...hostile,
    ...(ran ? ['it ran'] : []),
    ...(isOwn ? [] : ['it has ids of the page']),
    ...(text.includes(BEFORE) ? [] : ['the text before it is lost']),
    ...(attack.swallows || text.includes(AFTER) ? [] : ['the text after it is lost']),
  ];
}

/** What the attackers' server was asked for. */
function asked({ requests }: Replica): string[] {
  return requests.filter(({ host }) => host.endsWith(ATTACKER)).map(({ url }) => url);
}

/**
 * What is wrong with each article once it is sanitised, whole and in parts, in a page that has no policy of its own, given how long
 * the sane text before the attack is. Runs in the page.
 */
function sanitizeAll(articles: readonly string[], sane: number): string[][] {
  const box = document.createElement('div');
  box.id = 'attack-box';
  document.body.append(box);
  const found = articles.map((article) => {
    const { sanitizer, provoke, findHostile } = globalThis.attackTools ?? {};
    const url = 'https://engineering.atspotify.com/2026/9/a-post';
    const cutAfter = (characters: number) => {
      const { start = 'nothing', rest } = sanitizer?.sanitizeFromStart(article, url, characters) ?? {};
      return [start, ...(rest ? [rest()] : [])];
    };
    // Before the attack, and after the first block of it.
    const ways = [[sanitizer?.sanitizeArticle(article, url) ?? 'nothing'], cutAfter(1), cutAfter(sane + 1)];
    const texts = new Set<string | null>();
    return ways.flatMap((safe) => {
      box.replaceChildren(...safe);
      texts.add(box.textContent);
      const lost = texts.size > 1 ? ['the text is another where it is cut'] : [];
      provoke?.('#attack-box');
      return [...lost, ...(findHostile?.('#attack-box') ?? ['nobody looked'])];
    });
  });
  box.remove();
  return found;
}

/** Lets each article run in a frame of its own, as it is; answers which have run. Runs in the page. */
async function runAll(articles: readonly string[]): Promise<boolean[]> {
  const ran: boolean[] = [];
  for (const article of articles) {
    const frame = document.createElement('iframe');
    await new Promise((loaded) => {
      frame.addEventListener('load', loaded, { once: true });
      setTimeout(loaded, 1000);
      frame.srcdoc = `<!doctype html><body>${article}`;
      document.body.append(frame);
    });
    try {
      const inside = frame.contentWindow as (Window & typeof globalThis) | null;
      for (const element of inside?.document.querySelectorAll('*') ?? []) {
        for (const name of ['click', 'mouseover', 'focus', 'toggle', 'error'])
          element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
        const isLink = element instanceof (inside as typeof globalThis & Window).HTMLAnchorElement;
        if (isLink && /script:/i.test((element as HTMLAnchorElement).href)) (element as HTMLAnchorElement).click();
      }
      await new Promise((later) => setTimeout(later, 20));
      ran.push(inside !== null && 'attacked' in inside);
    } catch {
      // It has gone elsewhere.
      ran.push(true);
    }
    frame.remove();
  }
  return ran;
}
