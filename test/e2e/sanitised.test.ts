import { describe, expect } from 'vitest';
import { loadTools } from './attacks.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';

describe.each(BROWSERS)('sane posts in %s', (browser) => {
  test('keep how items are numbered, and lose the sources of formulas', async ({ start }) => {
    const session = await start(browser);
    const page = await session.openPage(`${BLOG}/nothing-is-here`);
    await loadTools(page);
    const shownOf = (html: string) =>
      page.evaluate((html) => {
        const box = document.createElement('div');
        box.append(globalThis.attackTools?.sanitizer?.sanitizeArticle(html, location.href) ?? 'nothing');
        return box.innerHTML;
      }, html);
    const list = '<ol reversed="" start="3" type="a"><li value="2">x</li></ol>';
    expect(await shownOf(list)).toBe(list);
    const source = '<annotation encoding="application/x-tex">E=mc^2</annotation>';
    expect(await shownOf(`<math><semantics><mi>E</mi>${source}</semantics></math>`)).toBe(
      '<math><semantics><mi>E</mi></semantics></math>',
    );
  });
});

describe.each(BROWSERS)('long posts in %s', (browser) => {
  test('are sanitised from their start, and the rest of them when it is asked for', async ({ start }) => {
    const session = await start(browser);
    const page = await session.openPage(`${BLOG}/nothing-is-here`);
    await loadTools(page);
    const shownOf = (html: string, characters: number) =>
      page.evaluate(
        (html, characters) => {
          const { start, rest } =
            globalThis.attackTools?.sanitizer?.sanitizeFromStart(html, location.href, characters) ?? {};
          return [start, rest?.()].map((part) => {
            const box = document.createElement('div');
            box.append(part ?? 'nothing');
            return box.innerHTML;
          });
        },
        html,
        characters,
      );
    const blocks = ['<h2>One</h2>', '<blockquote><p>Two</p><p>Three</p></blockquote>', 'Four', '<p>Five</p>'];
    expect(await shownOf(blocks.join(''), 1)).toEqual([blocks[0], blocks.slice(1).join('')]);
    expect(await shownOf(blocks.join(''), 5)).toEqual([blocks.slice(0, 2).join(''), blocks.slice(2).join('')]);
    expect(await shownOf(blocks.join(''), 1000)).toEqual([blocks.join(''), 'nothing']);
    // What is no block of ours counts as what it holds.
    expect(await shownOf(`<center><p>One</p><script>two()</script><p>Two</p></center>`, 1)).toEqual([
      '<p>One</p>',
      '<p>Two</p>',
    ]);
    // It takes the names of the document that it is parsed in.
    const names = ['body', 'createRange', 'childNodes'].map((name) => `<img name="${name}" alt="">`).join('');
    expect(await shownOf(`<p>One</p>${names}<p>Two</p>`, 1)).toEqual([
      '<p>One</p>',
      '<img alt=""><img alt=""><img alt=""><p>Two</p>',
    ]);
  });
});
