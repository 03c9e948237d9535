import { describe, expect } from 'vitest';
import { waitFor } from '../launch/wait-for.ts';
import { cmsPicture, nextImage } from '../replica/addresses.ts';
import { pictureAnswer } from '../replica/pictures.ts';
import { BROWSERS, test } from './blog-test.ts';
import { putRows } from './library-rows.ts';
import {
  codesOf,
  copyOf,
  expectNothingLeftToDo,
  openSaved,
  pictureRequests,
  rowOf,
  save,
  storedPictures,
} from './saved-copies.ts';
import * as see from './views.ts';

const MIB = 1024 * 1024;

describe.each(BROWSERS)('the pictures of copies in %s', (browser) => {
  test('are kept once, however many posts show them, until none does', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [one, two, three, four] = replica.posts();
    replica.setFault('article', { kind: 'replace', body: pageWith(1) });
    for (const post of [one, two]) {
      await save(session, post?.id);
      expect(await copyOf(session, post?.id)).toMatchObject({ missing: [], pictures: [addressOf(0)] });
    }
    expect((await storedPictures(session)).map(({ address }) => address)).toEqual([addressOf(0)]);
    expect(pictureRequests(replica)).toHaveLength(1);

    const page = await openSaved(session);
    const addresses = async () => (await storedPictures(session)).map(({ address }) => address);
    for (const [post, next, left] of [
      [one, three, [addressOf(0)]],
      [two, four, []],
    ] as const) {
      await see.press(page, 'button', `Remove from saved: ${see.collapsed(post?.title ?? '')}`);
      await waitFor(
        async () => (await rowOf(session, 'posts', post?.id))?.['bookmarked'] === false,
        'it not to be saved',
      );
      await putRows(await session.barePage(), [{ ...(await rowOf(session, 'posts', post?.id)), bookmarkedAt: 1 }]);
      replica.setFault('article', { kind: 'replace', body: pageWith(0) });
      await save(session, next?.id);
      await copyOf(session, next?.id);
      await waitFor(async () => !(await rowOf(session, 'copies', post?.id)), 'its copy to go');
      await expectNothingLeftToDo(session);
      expect(await addresses()).toEqual(left);
    }
  });

  test('are at most 10 MiB large, and 100 MiB in all, which is said', { timeout: 180_000 }, async ({
    replica,
    start,
  }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [tooLarge, tooMuch] = replica.posts();
    replica.setFault('article', { kind: 'replace', body: pageWith(1) });
    replica.setFault('image', { kind: 'replace', contentType: 'image/png', body: pictureOf(10 * MIB + 1) });
    await save(session, tooLarge?.id);
    expect(codesOf(await copyOf(session, tooLarge?.id))).toEqual(['tooLarge']);
    const page = await openSaved(session);
    await see.press(page, 'button', `Copied without 1 picture: ${see.collapsed(tooLarge?.title ?? '')}`);
    await see.expectText(page, 'larger than 10 MiB');
    await page.close();

    replica.setFault('article', { kind: 'replace', body: pageWith(11) });
    replica.setFault('image', { kind: 'replace', contentType: 'image/png', body: pictureOf(9.5 * MIB) });
    await save(session, tooMuch?.id);
    const copy = await copyOf(session, tooMuch?.id, 120_000);
    expect(codesOf(copy)).toEqual(['tooMuch']);
    expect(copy['pictures']).toHaveLength(10);
    expect(copy['bytes']).toBeLessThan(100 * MIB);
  });
});

/** The page of a post with so many pictures, the same whichever post it is. */
function pageWith(pictures: number): string {
  const figures = Array.from(
    { length: pictures },
    (_, at) => `<figure><img src="${nextImage(addressOf(at), 1200)}" alt="Picture ${at}"></figure>`,
  );
  return `<main class="post"><h1>A post</h1><div class="post__content"><p>${'Some words. '.repeat(60)}</p>${figures.join('')}</div></main>`;
}

function addressOf(at: number): string {
  return cmsPicture({ entryId: 'any' }, `${at}.png`);
}

/** A picture in a file of so many bytes; browsers look no further than to its end. */
function pictureOf(bytes: number): Buffer {
  const picture = pictureAnswer(addressOf(0)).body as Buffer;
  return Buffer.concat([picture, Buffer.alloc(bytes - picture.length)]);
}
