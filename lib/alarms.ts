import { browser } from 'wxt/browser';

/** What wakes the background up. */
type Alarm = 'poll' | 'backfill' | 'notify' | 'badge' | 'posts';

/**
 * An alarm that has rung rings again after so many minutes, until it is set anew or cleared: whoever is stopped at work,
 * or has no network, gets another chance.
 */
const AGAIN_MINUTES = 5;

/** Sets an alarm to ring in a while, in case that what is begun now does not come to its end. */
export function setAlarmAgain(name: Alarm): Promise<void> {
  return setAlarm(name, Date.now() + AGAIN_MINUTES * 60_000);
}

/** Sets an alarm, in ms since 1970. One that is there already and rings no later is left alone. */
export async function setAlarm(name: Alarm, when: number): Promise<void> {
  const alarm = await browser.alarms.get(name);
  if (alarm && alarm.scheduledTime <= when) return;
  await browser.alarms.create(name, { when, periodInMinutes: AGAIN_MINUTES });
}

/** Sets an alarm that may be there already, and ring earlier. */
export async function moveAlarm(name: Alarm, when: number): Promise<void> {
  await browser.alarms.create(name, { when, periodInMinutes: AGAIN_MINUTES });
}

export async function clearAlarm(name: Alarm): Promise<void> {
  await browser.alarms.clear(name);
}

/** Calls the listener whenever any of the alarms rings. */
export function onAlarm(listener: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(listener);
}
