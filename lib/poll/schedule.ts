import { browser } from 'wxt/browser';

const ALARM = 'poll';
const INTERVAL_MINUTES = 60;

/** Sees to it that polls come round. An alarm that is there is left alone: setting it again would postpone the poll. */
export async function schedulePolls(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await browser.alarms.create(ALARM, { periodInMinutes: INTERVAL_MINUTES });
}

/** Calls the listener whenever a poll is due. */
export function onPollDue(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) listener();
  });
}
