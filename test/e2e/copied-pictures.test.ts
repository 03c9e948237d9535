import { describe, expect } from 'vitest';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { cmsPicture, nextImage } from '../replica/addresses.ts';
import { pictureAnswer } from '../replica/pictures.ts';
import { OF_PARSING } from './attacks.ts';
import { BROWSERS, test } from './blog-test.ts';
import { expectPictures, openReader } from './copies.ts';
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

const HOSTILE_DRAWING = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="attacked = 1">
<script>attacked = 2</script><rect width="40" height="30" fill="teal" onclick="attacked = 3"/>
<image href="https://attack.example/picture.png"/><foreignObject><p>attack</p></foreignObject></svg>`;

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

  test('are drawings as well, of which only what is harmless is kept', async ({ replica, start, tolerated }) => {
    tolerated.push(OF_PARSING, /XML Parsing Error/);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const [drawn, written] = replica.posts();
    replica.setFault('article', { kind: 'replace', body: pageWith(1) });
    replica.setFault('image', { kind: 'replace', contentType: 'image/svg+xml', body: HOSTILE_DRAWING });
    await save(session, drawn?.id);
    expect(await copyOf(session, drawn?.id)).toMatchObject({ missing: [], pictures: [addressOf(0)] });
    const drawing = await storedDrawing(session);
    expect(drawing).toContain('<rect width="40" height="30" fill="teal"/>');
    expect(drawing).not.toMatch(/attack|script|foreignObject|on\w+=/i);
    const reader = await openReader(session, drawn?.id ?? '');
    await expectPictures(reader);
    expect(await reader.evaluate(() => 'attacked' in globalThis)).toBe(false);
    expect(replica.requests.filter(({ host }) => host.endsWith('attack.example'))).toEqual([]);

    replica.setFault('article', { kind: 'replace', body: pageWith(2) });
    replica.setFault('image', { kind: 'replace', contentType: 'image/svg+xml', body: '<svg> and no more' });
    await save(session, written?.id);
    expect(codesOf(await copyOf(session, written?.id))).toEqual(['unreadable']);
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

/** The source of the only stored picture. */
async function storedDrawing(session: Session): Promise<string> {
  return (await session.barePage()).evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('pictures').objectStore('pictures').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(Promise.all(all.result.map(({ blob }) => blob.text())).then((texts) => texts.join('\n')));
          };
        };
      }),
  );
}

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
