import { describe, expect } from 'vitest';
import { createChance } from '../replica/chance.ts';
import { shiftTimes } from './background-facts.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { libraryRows, librarySnapshot } from './library-rows.ts';
import { articleRequests, copyOf, expectNothingLeftToDo, expectWholeCopies, storedPictures } from './saved-copies.ts';
import * as see from './views.ts';

const KILLS = 50;
const POSTS = 12;
const SEED = process.env['LINER_NOTES_SEED'] ?? String(Date.now());

describe.each(BROWSERS)('chaos in %s', (browser) => {
  test(`copies are whole or not there, the background stopped at ${KILLS} random moments: seed ${SEED}`, async ({
    replica,
    start,
  }) => {
    const chance = createChance(SEED);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await session.barePage();
    const posts = replica.posts().slice(0, POSTS);
    const unsaved = [...posts];
    let interrupted = 0;
    for (let i = 0; i < KILLS; i++) {
      // Else most copies are made before anybody can stop that.
      replica.setFault('image', { kind: 'slow', ms: chance.between(0, 1500) });
      // Not all at once: what is stopped is to be the saving of one or the other.
      const post = i % 4 === 0 ? unsaved.shift() : undefined;
      if (post) await session.chooseMenuItem('save', `${BLOG}/${post.id}`);
      else await page.evaluate(shiftTimes, 5 * 60_000);
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), chance.between(0, 700));
      await session.stopBackground();
      interrupted += await expectNoHalves(session);
    }
    expect(interrupted).toBeGreaterThan(0);
    replica.setFault('image', undefined);
    // A background that was stopped as the menu was chosen has saved nothing, which is seen.
    const saved = new Set((await libraryRows(page)).filter(({ bookmarked }) => bookmarked).map(({ id }) => id));
    for (const { id } of posts) if (!saved.has(id)) await session.chooseMenuItem('save', `${BLOG}/${id}`);
    await page.evaluate(shiftTimes, 30 * 60_000);
    for (const { id } of posts) expect(await copyOf(session, id, 60_000)).toMatchObject({ missing: [] });
    await expectNothingLeftToDo(session);
    await expectWholeCopies(session);
    expect(await storedPictures(session)).toHaveLength(POSTS * 3);
    // Nobody asks more often than it takes.
    expect(articleRequests(replica).length).toBeLessThanOrEqual(POSTS + KILLS);
  }, 300_000);
});

/**
 * Expects every copy that there is to have its text and its pictures; pictures of a copy to come may be there already. Answers how
 * many copies are still to be made.
 */
async function expectNoHalves(session: Parameters<typeof storedPictures>[0]): Promise<number> {
  const tables = ['copies', 'articles', 'pictures', 'savings'];
  const [copies, articles, pictures, savings] = await librarySnapshot(await session.barePage(), tables);
  const texts = new Set(articles?.map(({ id }) => id));
  const kept = new Set(pictures?.map(({ address }) => address));
  for (const copy of copies ?? []) {
    expect(texts.has(copy['id'])).toBe(true);
    expect(copy['missing']).toEqual([]);
    for (const address of copy['pictures'] as string[]) expect(kept.has(address)).toBe(true);
  }
  expect(texts.size).toBe(copies?.length);
  expect(savings?.filter(({ status }) => status === 'failed')).toEqual([]);
  return savings?.length ?? 0;
}
