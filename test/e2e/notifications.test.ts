import { describe, expect } from 'vitest';
import type { Session, ShownNotification } from '../launch/session.ts';
import { waitFor } from '../launch/wait-for.ts';
import { alarmAt, letNextCheckCome, letTimePass, storeSettings } from './background-facts.ts';
import { BROWSERS, test } from './blog-test.ts';
import * as see from './views.ts';

describe.each(BROWSERS)('notifications in %s', (browser) => {
  test('are off until the reader turns them on', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    replica.publish({ title: 'Unannounced' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '14');
    await see.allowNotifications(session);
    replica.publish({ title: 'Announced', categories: ['Security'] });
    await letNextCheckCome(session);
    const [note] = await expectNotifications(session, 1);
    expect(note?.id).toMatch(/^post:\d{4}\/\d+\/announced$/);
    if (browser === 'firefox') expect(note).toMatchObject({ title: 'Announced', message: 'Security' });
  });

  test('open the post, which is read then', async ({ replica, start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    await see.allowNotifications(session);
    const { id } = replica.publish({ title: 'Worth a Click' });
    await letNextCheckCome(session);
    const [note] = await expectNotifications(session, 1);
    await session.stopBackground();
    await session.clickNotification(note?.id ?? '');
    await see.expectOpen(session, id);
    await see.expectBadge(session, '13');
    await expectNotifications(session, 0);
  });

  test('tell of several posts in one digest', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await see.allowNotifications(session);
    for (const title of ['One', 'Two', 'Three']) replica.publish({ title });
    await letNextCheckCome(session);
    const [note] = await expectNotifications(session, 1);
    expect(note?.id).toMatch(/^digest:.*three .*two .*one$/);
    if (browser === 'firefox') expect(note).toMatchObject({ title: '3 new posts', message: 'Three\nTwo\nOne' });
  });

  test('wait until the quiet hours are over', async ({ replica, start }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    await see.allowNotifications(session);
    await storeSettings(session, { notify: true, quietHours: { on: true, from: timeIn(-60), to: timeIn(60) } });
    replica.publish({ title: 'At Night' });
    await letNextCheckCome(session);
    await see.expectBadge(session, '14');
    await session.stopBackground();
    expect(await session.notifications()).toEqual([]);
    await storeSettings(session, { notify: true, quietHours: { on: true, from: timeIn(-60), to: timeIn(-1) } });
    await expectNotifications(session, 1);
    await waitFor(async () => (await alarmAt(session, 'notify')) === undefined, 'no alarm any more');
  });

  test('leave out what the reader does not follow, and what was read meanwhile', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await see.allowNotifications(session);
    await storeSettings(session, { notify: true, mutedCategories: ['security'] });
    replica.publish({ title: 'Of no Interest', categories: ['Security'] });
    replica.publish({ title: 'Of Interest', categories: ['Security', 'Web'] });
    await letNextCheckCome(session);
    const [note] = await expectNotifications(session, 1);
    expect(note?.id).toMatch(/^post:.*\/of-interest$/);
  });

  test('do not come again when categories are told later, nor after the background was stopped', async ({
    replica,
    start,
  }) => {
    const session = await start(browser, { idleTimeout: 1000 });
    await see.expectBadge(session, '13');
    await see.allowNotifications(session);
    replica.setFault('home', { kind: 'status', status: 500 });
    replica.publish({ title: 'Once Only', categories: ['Security'] });
    await letNextCheckCome(session);
    const [note] = await expectNotifications(session, 1);
    await session.clickNotification(note?.id ?? '');
    await expectNotifications(session, 0);
    replica.setFault('home', undefined);
    await letNextCheckCome(session);
    await session.stopBackground();
    await letTimePass(session, 1);
    await letNextCheckCome(session);
    await see.expectBadge(session, '13');
    expect(await session.notifications()).toEqual([]);
  });
});

// It does not hear of a click if it has not listened from its start, which it could not before that was allowed.
test('Firefox notifies once its background has started again after notifications were allowed', async ({
  replica,
  start,
}) => {
  const session = await start('firefox', { idleTimeout: 10_000 });
  await see.expectBadge(session, '13');
  const popup = await see.openPopup(session);
  const options = await session.openExtensionPage('options.html');
  await see.press(options, 'checkbox', 'Notify me of new posts');
  await see.expectText(options, 'Saved.');
  const { id } = replica.publish({ title: 'Right After' });
  await see.press(popup, 'button', 'Check now');
  await see.expectBadge(session, '14');
  await waitFor(async () => (await alarmAt(session, 'notify')) !== undefined, 'the alarm');
  expect(await session.notifications()).toEqual([]);
  await session.stopBackground();
  await letTimePass(session, 60_000);
  const [note] = await expectNotifications(session, 1);
  await session.stopBackground();
  await session.clickNotification(note?.id ?? '');
  await see.expectOpen(session, id);
});

test('a button of a notification opens the post, another leaves it for later', async ({ replica, start }) => {
  const session = await start('chromium');
  await see.expectBadge(session, '13');
  await see.allowNotifications(session);
  replica.publish({ title: 'For Later' });
  await letNextCheckCome(session);
  const [later] = await expectNotifications(session, 1);
  await session.clickNotification(later?.id ?? '', 1);
  await expectNotifications(session, 0);
  await see.expectBadge(session, '14');
  const { id } = replica.publish({ title: 'For Now' });
  await letNextCheckCome(session);
  const [now] = await expectNotifications(session, 1);
  await session.clickNotification(now?.id ?? '', 0);
  await see.expectOpen(session, id);
  await see.expectBadge(session, '14');
});

function expectNotifications(session: Session, count: number): Promise<ShownNotification[]> {
  return waitFor(async () => {
    const shown = await session.notifications();
    return shown.length === count && shown;
  }, `${count} notifications`);
}

/** The time of day so many minutes from now, `HH:MM`. */
function timeIn(minutes: number): string {
  const time = new Date(Date.now() + minutes * 60_000);
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
