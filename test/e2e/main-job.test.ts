import { describe, expect } from 'vitest';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { BROWSERS, ERAS, test } from './blog-test.ts';
import * as see from './views.ts';

const MATRIX = BROWSERS.flatMap((browser) => ERAS.map((era) => ({ browser, era })));

describe.each(MATRIX)('in $browser, on the blog of $era', ({ browser, era }) => {
  test('posts are listed, opened and marked, and it all survives a restart', async ({ replica, profile, start }) => {
    replica.switchEra(era);
    await readThree(replica, await start(browser, { profile }));
    await expectThreeRead(replica, await start(browser, { profile }));
  });

  test('a new post comes first, and is counted', async ({ replica, start }) => {
    replica.switchEra(era);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    replica.publish({ title: 'Fresh from the Press', categories: ['Data Science'] });
    await see.press(popup, 'button', 'Check now');
    await see.expectBadge(session, '14');
    await waitFor(
      async () => (await see.listedTitles(popup))[0] === 'Fresh from the Press',
      'the new post to be first',
    );
    await see.expectText(popup, '14 unread posts');
  });

  test('the filter leaves the posts of a category, also of those that come later', async ({ replica, start }) => {
    replica.switchEra(era);
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const onPage = replica.posts().slice(0, (await see.visibleIds(page)).length);
    await see.expectStatus(page, `${onPage.length} posts, 13 unread`);
    await see.openFilter(page);
    await see.press(page, 'button', /^Data Science \d+$/);
    await see.expectVisible(page, ofDataScience(onPage));

    await see.closeFilter(page);
    await see.press(page, era === 'today' ? 'button' : 'link', 'Load More');
    await see.expectVisible(page, ofDataScience(replica.posts().slice(0, onPage.length + 12)));

    await see.press(page, 'button', 'Clear');
    await see.expectVisible(page, idsOf(replica.posts().slice(0, onPage.length + 12)));
  });
});

async function readThree(replica: Replica, session: Session): Promise<void> {
  const [first, second, third, ...others] = replica.posts().slice(0, 13);
  if (!first || !second || !third) throw new Error('The replica has too few posts.');
  await see.expectBadge(session, '13');
  const popup = await see.openPopup(session);
  await see.expectListed(popup, titlesOf(replica.posts().slice(0, 13)));
  await see.press(popup, 'link', see.collapsed(second.title));
  await see.expectOpen(session, second.id);
  await see.expectBadge(session, '12');

  const page = await see.openListing(session);
  await see.press(page, 'button', `Mark as read: ${see.collapsed(third.title)}`);
  await see.expectReading(page, third.id, 'read');
  await see.expectBadge(session, '11');
  await see.openFromPage(page, first.title);
  await see.expectBadge(session, '10');

  const again = await see.openPopup(session);
  await see.expectListed(again, titlesOf(others));
  await session.close();
}

async function expectThreeRead(replica: Replica, session: Session): Promise<void> {
  const posts = replica.posts();
  await see.expectBadge(session, '10');
  const page = await see.openListing(session);
  const shown = new Map((await see.seenCards(page)).map(({ id, reading }) => [id, reading]));
  const expected = posts.map(({ id }, i) => [id, i < 3 ? 'read' : i < 13 ? 'unread' : 'archived'] as const);
  expect([...shown]).toEqual(expected.slice(0, shown.size));
  await see.expectListed(await see.openPopup(session), titlesOf(posts.slice(3, 13)));
  await session.close();
}

type Posts = ReturnType<Replica['posts']>;

const idsOf = (posts: Posts) => posts.map(({ id }) => id);
const titlesOf = (posts: Posts) => posts.map(({ title }) => title);
const ofDataScience = (posts: Posts) => idsOf(posts.filter(({ categories }) => categories.includes('Data Science')));
