import { describe, expect } from 'vitest';
import { queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { BROWSERS, test } from './blog-test.ts';
import { openReader } from './copies.ts';
import { libraryRows } from './library-rows.ts';
import {
  copyOf,
  expectNoNote,
  expectNothingLeftToDo,
  expectSaving,
  openSaved,
  save,
  saveAgain,
} from './saved-copies.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('a newer copy of a saved post in %s', (browser) => {
  test('is made anew when the post is saved once more', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    await save(session, post?.id);
    const { savedAt } = await copyOf(session, post?.id);
    await save(session, post?.id);
    await waitFor(async () => (await copyOf(session, post?.id))['savedAt'] !== savedAt, 'a newer copy');
    expect(await libraryRows(await session.barePage(), 'copies')).toHaveLength(1);
    await expectNothingLeftToDo(session);
    const page = await openSaved(session);
    const before = await copyOf(session, post?.id);
    await see.press(page, 'button', `More actions: ${post?.title}`);
    await see.press(page, 'button', 'Copy again');
    await waitFor(async () => (await copyOf(session, post?.id))['savedAt'] !== before['savedAt'], 'the newest copy');
  });

  test('stays as it was when the page says less than before', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    await save(session, post?.id);
    const before = await copyOf(session, post?.id);
    const little = `<main class="post"><h1>${post?.title}</h1><div class="post__content"><p>${'Gone. '.repeat(60)}</p></div></main>`;
    replica.setFault('article', { kind: 'replace', body: little }, 1);
    await saveAgain(session, post?.id);
    await expectSaving(session, post?.id, { status: 'failed', failure: { code: 'shorter' } });
    expect(await copyOf(session, post?.id)).toEqual(before);
    const [article] = await libraryRows(await session.barePage(), 'articles');
    expect(article?.['html']).toContain('Thanks for reading!');
    const page = await openSaved(session);
    await see.press(page, 'button', `Copy not renewed: ${post?.title}`);
    await see.expectText(page, 'A newer copy would have fewer words or pictures than yours');
    await see.expectAccessible(page);
    await see.press(page, 'button', 'Keep the older copy');
    await expectNoNote(page);
    expect(await copyOf(session, post?.id)).toEqual(before);
    await saveAgain(session, post?.id);
    await waitFor(async () => (await copyOf(session, post?.id))['savedAt'] !== before['savedAt'], 'a newer copy');
    await expectNothingLeftToDo(session);
  });

  test('takes the place of one that has more, if the reader wants it', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [post] = replica.posts();
    await save(session, post?.id);
    await copyOf(session, post?.id);
    const little = `<main class="post"><h1>${post?.title}</h1><div class="post__content"><p>${'Less. '.repeat(60)}</p></div></main>`;
    replica.setFault('article', { kind: 'replace', body: little });
    await saveAgain(session, post?.id);
    await expectSaving(session, post?.id, { status: 'failed', failure: { code: 'shorter' } });
    const page = await openSaved(session);
    const reader = await openReader(session, post?.id ?? '');
    await see.expectText(reader, 'A newer copy would have fewer words or pictures than yours');
    await see.expectAccessible(reader);
    await see.press(reader, 'button', 'Keep the older copy');
    await waitFor(
      async () => (await queryAllByRole(reader, 'button', 'Keep the older copy')).length === 0,
      'the choice',
    );
    expect(await reader.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await see.press(reader, 'button', 'Copy again');
    await see.expectStatus(
      reader,
      'A newer copy would have fewer words or pictures than yours, which is kept as it was.',
    );
    await see.press(reader, 'button', 'Take the newer page');
    await reader.waitForFunction(() => document.querySelector('.text')?.textContent.includes('Less.'));
    await page.bringToFront();
    await waitFor(async () => {
      const [article] = await libraryRows(await session.barePage(), 'articles');
      return String(article?.['html']).includes('Less.');
    }, 'the newer text');
    await expectNoNote(page);
    await expectNothingLeftToDo(session);
  });
});
