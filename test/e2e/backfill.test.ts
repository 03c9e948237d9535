import { describe, expect } from 'vitest';
import { getByRole } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Replica } from '../replica/replica.ts';
import { healthOf, letNextCheckCome, letTimePass } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows } from './library-rows.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('the back catalogue in %s', (browser) => {
  test('is offered once, fetched politely as archived, and goes on after background and browser were stopped', async ({
    replica,
    profile,
    start,
  }) => {
    for (let i = 1; i <= 5; i++) replica.addOld({ title: `Old ${i}`, date: `2015-0${i}-01` });
    const options = { profile, inProfile: browser === 'firefox' };
    const session = await start(browser, options);
    await see.expectBadge(session, '13');
    replica.publish({ title: 'Left to the Checks' });
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', 'Fetch them');
    await getByRole(popup, 'progressbar', 'Fetching older posts');
    await expectNoOffer(popup);
    await waitFor(async () => yearsAsked(replica) >= 2, 'two years');
    await session.stopBackground();
    const before = yearsAsked(replica);
    await see.expectAccessible(popup);
    await letTimePass(session, 5 * 60_000);
    await waitFor(async () => yearsAsked(replica) >= before + 2, 'two more years');
    await session.close();

    const again = await start(browser, options);
    const page = await again.openExtensionPage('options.html');
    await see.expectText(page, 'posts were added. Your library has', 60_000);
    await see.expectBadge(again, '13');
    const rows = await libraryRows(page);
    const archived = rows.filter(({ reading }) => reading === 'archived').map(({ id }) => id);
    expect(archived).toEqual(expect.arrayContaining(['2015/1/old-1', '2015/5/old-5']));
    expect(archived).toHaveLength(rows.length - 13);
    expect(replica.requests.filter(({ path }) => path === '/api/entries')).toHaveLength(1);
    // Those during which it was stopped may have to be asked for again.
    expect(yearsAsked(replica)).toBeLessThanOrEqual(14 + 2);
    expectPolite(replica);
    await expectNoOffer(await see.openPopup(again));
    await letNextCheckCome(again);
    await see.expectBadge(again, '14');
  }, 120_000);

  test('is not offered again to who does not want it', async ({ start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const popup = await see.openPopup(session);
    await see.press(popup, 'button', 'Not now');
    await expectNoOffer(popup);
    await expectNoOffer(await see.openPopup(session));
  });

  test('can be stopped and gone on with, and says why where it cannot', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.setFault('entries', { kind: 'status', status: 429, retryAfter: '600' });
    const options = await session.openExtensionPage('options.html');
    await see.press(options, 'button', 'Fetch older posts');
    await see.expectText(options, 'The older posts could not all be fetched. The blog answered with an error (429).');
    expect((await healthOf(session)).notBefore).toBeGreaterThan(Date.now() + 590_000);
    await see.expectAccessible(options);
    replica.setFault('entries', { kind: 'status', status: 404 });
    await see.press(options, 'button', 'Try again');
    await see.expectText(options, 'The blog asked to be left alone for a while.');
    expect(replica.requests.filter(({ path }) => path === '/api/entries')).toHaveLength(1);
    await letTimePass(session, 600_000);
    await see.press(options, 'button', 'Try again');
    await waitFor(async () => yearsAsked(replica) >= 2, 'two years');
    await see.press(options, 'button', 'Cancel');
    await see.expectText(options, 'You stopped after');
    const asked = replica.requests.length;
    await see.press(options, 'button', 'Continue');
    await waitFor(async () => replica.requests.length >= asked + 2, 'more');
    const paths = replica.requests.filter(({ path }) => path !== '/feed').map(({ path }) => path);
    expect(paths.slice(1, 3)).toEqual(['/api/entries', '/api/entries']);
    expect(new Set(paths.slice(3)).size).toBeGreaterThanOrEqual(paths.length - 4);
    expectPolite(replica);
  });
});

async function expectNoOffer(popup: Awaited<ReturnType<Session['openExtensionPage']>>): Promise<void> {
  await waitFor(async () => (await popup.$$('#offer')).length === 0, 'no offer');
}

function yearsAsked({ requests }: Replica): number {
  return requests.filter(({ path }) => /^\/20\d\d\/?$/.test(path)).length;
}

/** At most one request a second, once the check after the installation is over. */
function expectPolite({ requests }: Replica): void {
  const times = requests.filter(({ path }) => /^\/(api|20\d\d\/?$)/.test(path)).map(({ at }) => at);
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
  // The pause is between the extension's requests; on the way one may be held up a little more than the next.
  expect(Math.min(...gaps)).toBeGreaterThan(950);
}
