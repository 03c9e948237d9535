import { describe, expect } from 'vitest';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { pictureAnswer } from '../replica/pictures.ts';
import type { ReplicaPost } from '../replica/types.ts';
import { BLOG, BROWSERS, test } from './blog-test.ts';
import { codesOf, copyOf, expectSaving, expectWholeCopies, openSaved, rowOf, save, savingOf } from './saved-copies.ts';
import * as see from './views.ts';

/** The replica's posts have a feature picture and two figures. */
const PICTURES = 3;

/** Room for the copies of two posts with pictures of this size, but not of three, in bytes. */
const LITTLE_ROOM = 8_500_000;
const LARGE_PICTURE = 1_200_000;
/** So long it may take to store what is as large, in ms, and until browsers have made room of what was deleted. */
const COPIED_MS = 60_000;
const ROOM_MS = 90_000;

describe.each(BROWSERS)('where there is no more room in %s', (browser) => {
  test('nothing is half stored, and the pictures of the oldest read posts can be dropped', async ({
    replica,
    start,
  }) => {
    const session = await start(browser, { storageLimit: LITTLE_ROOM });
    const png = Buffer.from(pictureAnswer('large').body);
    // What follows the end of a PNG does not matter.
    replica.setFault('image', { kind: 'replace', body: Buffer.concat([png, Buffer.alloc(LARGE_PICTURE)]) });
    await see.expectBadge(session, '13');
    const [first, ...others] = replica.posts();
    await session.chooseMenuItem('read', `${BLOG}/${first?.id}`);
    await save(session, first?.id);
    await copyOf(session, first?.id, COPIED_MS);
    const failed = await saveUntilFull(session, others);
    await expectSaving(session, failed.id, { status: 'failed', failure: { code: 'full' } });
    await expectWholeCopies(session);

    const page = await openSaved(session);
    await see.press(page, 'button', `Not copied: ${failed.title.trim()}`);
    await see.expectText(page, 'There is no room for more on this device.');
    await see.expectText(page, 'The pictures of the oldest copy of a post that you have read take about');
    await see.expectAccessible(page);
    await see.press(page, 'button', 'Remove these pictures');
    // Chromium takes its time to find that there is room.
    await copyOf(session, failed.id, ROOM_MS);
    expect(codesOf(await copyOf(session, first?.id))).toEqual(Array(PICTURES).fill('dropped'));
    await expectWholeCopies(session);
    await see.press(page, 'button', `Copied without 3 pictures: ${first?.title}`);
    await see.expectText(page, 'removed to make room.');
  }, 400_000);
});

/** Saves one post after the other until there is no room for one, and answers that. */
async function saveUntilFull(session: Session, posts: readonly ReplicaPost[]): Promise<ReplicaPost> {
  for (const post of posts.slice(0, 10)) {
    await save(session, post.id);
    const outcome = await waitFor(
      async () => {
        if (await rowOf(session, 'copies', post.id)) return 'copied';
        return (await savingOf(session, post.id))?.['status'] === 'failed' && 'failed';
      },
      `${post.id} to be copied or not`,
      ROOM_MS,
    );
    if (outcome === 'failed') return post;
  }
  throw new Error('There was room for all.');
}
