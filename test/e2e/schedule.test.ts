import { describe, expect } from 'vitest';
import { waitFor } from '../launch/wait-for.ts';
import { alarmAt, healthOf, letNextCheckCome, letTimePass, storeSettings } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(BROWSERS)('the schedule in %s', (browser) => {
  test('has a check about every hour, and is not put off by waking up', async ({ replica, start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    const page = await see.openListing(session);
    const { checkedAt = 0, dueAt = 0 } = await healthOf(session);
    expect(Math.abs(dueAt - checkedAt - HOUR)).toBeLessThan(HOUR / 10);
    const alarm = await alarmAt(session);
    expect(Math.abs((alarm ?? 0) - dueAt)).toBeLessThan(1000);
    await session.stopBackground();
    await see.press(page, 'button', /^Mark as read: Beyond Winning/);
    await see.expectBadge(session, '12');
    expect(await alarmAt(session)).toBe(alarm);
    expect((await healthOf(session)).dueAt).toBe(dueAt);
    expect(feedRequests(replica)).toBe(1);
  });

  test('checks by itself once it is time, with the background stopped until then', async ({ replica, start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    await session.stopBackground();
    replica.publish({ title: 'While You Were Asleep' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '14');
    expect(feedRequests(replica)).toBe(2);
    expect((await healthOf(session)).dueAt).toBeGreaterThan(Date.now() + 0.9 * HOUR - MINUTE);
  });

  test('checks again soon when it was stopped at it', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.publish({ title: 'Stopped Half-way' });
    replica.setFault('feed', { kind: 'slow', ms: 20_000 }, 1);
    await letTimePass(session, 90 * MINUTE);
    await waitFor(async () => feedRequests(replica) === 2, 'the check to begin');
    await session.stopBackground();
    expect((await alarmAt(session)) ?? 0).toBeLessThan(Date.now() + 5 * MINUTE + 1000);
    await letTimePass(session, 5 * MINUTE);
    await see.expectBadge(session, '14');
  });

  test('has checks as often as the reader wants them, or none', async ({ replica, start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    const { checkedAt = 0 } = await healthOf(session);
    await session.stopBackground();
    await storeSettings(session, { intervalMinutes: 360 });
    const isMoved = async () => Math.abs(((await alarmAt(session)) ?? 0) - checkedAt - 6 * HOUR) < 0.6 * HOUR;
    await waitFor(isMoved, 'the alarm six hours after the last check');
    await storeSettings(session, { intervalMinutes: 0 });
    await waitFor(async () => (await alarmAt(session)) === undefined, 'no alarm');
    await letTimePass(session, 48 * HOUR);
    await session.stopBackground();
    await see.press(await see.openListing(session), 'button', /^Mark as read: Beyond Winning/);
    await see.expectBadge(session, '12');
    expect(feedRequests(replica)).toBe(1);
    await storeSettings(session, { intervalMinutes: 15 });
    await waitFor(async () => feedRequests(replica) === 2, 'the check that is overdue now');
  });

  test('checks at once when the clock was set back to before the last check', async ({ replica, start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    await session.stopBackground();
    await letTimePass(session, -300 * 24 * HOUR);
    await see.openListing(session);
    await waitFor(async () => feedRequests(replica) === 2, 'a check');
    await waitFor(async () => ((await alarmAt(session)) ?? 0) < Date.now() + 2 * HOUR, 'an alarm within the hour');
  });

  test('goes on after the extension was disabled, and catches up once', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const { dueAt = 0 } = await healthOf(session);
    await session.disableExtension();
    await session.enableExtension();
    await waitFor(async () => Math.abs(((await alarmAt(session)) ?? 0) - dueAt) < 1000, 'the alarm as it was');
    expect(feedRequests(replica)).toBe(1);
    await letTimePass(session, 50 * MINUTE);
    await session.disableExtension();
    replica.publish({ title: 'While It Was Off' });
    await session.enableExtension();
    await letTimePass(session, 20 * MINUTE);
    await see.expectBadge(session, '14');
    expect(feedRequests(replica)).toBe(2);
  });

  test('does not check because of an update', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    const { dueAt = 0 } = await healthOf(session);
    await session.updateExtension();
    await waitFor(async () => Math.abs(((await alarmAt(session)) ?? 0) - dueAt) < 1000, 'the alarm as it was');
    await see.expectBadge(session, '13');
    expect(feedRequests(replica)).toBe(1);
  });

  test('catches up once after the browser was closed', async ({ replica, profile, start }) => {
    const session = await start(browser, { profile, inProfile: browser === 'firefox' });
    await see.expectBadge(session, '13');
    await letTimePass(session, 50 * MINUTE);
    await session.close();
    replica.publish({ title: 'While You Were Away' });
    const again = await start(browser, { profile, inProfile: browser === 'firefox' });
    await see.expectBadge(again, '13');
    expect(feedRequests(replica)).toBe(1);
    await letTimePass(again, 20 * MINUTE);
    await see.expectBadge(again, '14');
    expect(feedRequests(replica)).toBe(2);
  });
});

function feedRequests({ requests }: { readonly requests: ReadonlyArray<{ readonly path: string }> }): number {
  return requests.filter(({ path }) => path === '/feed').length;
}
