import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../lib/settings.ts';
import { type Chance, createChance } from '../replica/chance.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1);

/** An alarm that rings so often at one moment would ring for ever. */
const MOST_RINGS = 10;

/** A check that came to its end. */
export interface Poll {
  /** In ms of a clock that nobody sets. */
  readonly at: number;
  readonly ok: boolean;
  /** Whether the device's clock was set since the check before, and by how much back. */
  readonly clockSet: boolean;
  readonly clockBack: number;
  /** Since when nothing has stood in its way: no sleep, no closed browser, no missing network, nobody who stops it. */
  readonly ableSince: number;
}

/** How often, in days, and how the world disturbs. */
const EVENTS = {
  visit: 0.3,
  sleep: 1,
  restart: 3,
  disable: 14,
  update: 14,
  clock: 14,
  outage: 14,
  offline: 7,
  kill: 5,
} as const;

type Event = keyof typeof EVENTS;

interface Year {
  readonly seed: string;
  readonly browser: 'chromium' | 'firefox';
  readonly intervalMinutes: Settings['intervalMinutes'];
}

/**
 * The extension's own schedule through a year of a virtual clock, in which the browser's alarms are those of Chromium, which
 * go by the device's clock and outlive a restart, or of Firefox, which count down and don't.
 */
export async function createYear({ seed, browser, intervalMinutes }: Year) {
  const chance = createChance(`${seed} ${browser} ${intervalMinutes}`);
  const polls: Poll[] = [];
  const happened: Record<Event, number> = mapEvents(() => 0);
  const world = { now: START, clock: 0, online: true, outageUntil: 0, kill: false, stop: () => {} };
  const since = { clockSet: false, clockBack: 0, ableSince: START };
  /** When an alarm of Firefox rings: told once, when it is created, even if it is created for the same time as the last. */
  const countdowns = new WeakMap<object, number>();

  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ settings: { intervalMinutes } });
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => world.online);
  const start = () => startExtension(readBlog);
  let extension = await start();

  async function readBlog() {
    if (world.kill) {
      world.kill = false;
      since.ableSince = world.now;
      world.stop();
      return new Promise(() => {});
    }
    const ok = world.now >= world.outageUntil;
    polls.push({ at: world.now, ok, ...since });
    Object.assign(since, { clockSet: false, clockBack: 0 });
    if (ok) return { source: 'feed' };
    const { BlogRefused, BlogUnreachable } = extension;
    throw chance.next() < 0.5 ? new BlogUnreachable() : new BlogRefused(503, chance.between(0, 20) * HOUR);
  }

  const setNow = (now: number) => {
    world.now = now;
    vi.setSystemTime(now + world.clock);
  };

  /** Whatever wakes the background: it looks what there is to do, unless it is stopped at it. */
  async function wake(): Promise<void> {
    const stopped = new Promise<boolean>((resolve) => {
      world.stop = () => resolve(true);
    });
    if (await Promise.race([extension.pollIfDue(), stopped])) extension = await start();
  }

  function pass(time: number): void {
    setNow(world.now + time);
    since.ableSince = world.now;
  }

  const disturb: Record<Event, () => Promise<void>> = {
    visit: wake,
    async sleep() {
      pass(chance.between(1, 60) * HOUR);
    },
    async restart() {
      if (browser === 'firefox') await fakeBrowser.alarms.clearAll();
      pass(chance.between(0, 12 * 60) * MINUTE);
      extension = await start();
      await wake();
    },
    async disable() {
      await fakeBrowser.alarms.clearAll();
      pass(chance.between(1, 48) * HOUR);
      extension = await start();
      await wake();
    },
    async update() {
      await fakeBrowser.alarms.clearAll();
      extension = await start();
      await wake();
    },
    async clock() {
      const shift = chance.pick([-1, 1]) * chance.between(2, 3 * 24 * 60) * MINUTE;
      world.clock += shift;
      since.clockSet = true;
      since.clockBack += Math.max(0, -shift);
      setNow(world.now);
      // Whoever sets the clock is at the device.
      await wake();
    },
    async outage() {
      world.outageUntil = world.now + chance.between(1, 72) * HOUR;
    },
    async offline() {
      world.online = false;
      await runUntil(world.now + chance.between(1, 20) * HOUR);
      world.online = true;
      since.ableSince = world.now;
      if (chance.next() < 0.5) await wake();
    },
    async kill() {
      world.kill = true;
    },
  };

  /** When the alarm rings, by the clock that nobody sets. */
  async function nextRing(): Promise<number> {
    const alarm = await fakeBrowser.alarms.get('poll');
    if (!alarm) return Number.POSITIVE_INFINITY;
    const byClock = alarm.scheduledTime - world.clock;
    if (browser === 'chromium') return Math.max(world.now, byClock);
    const at = countdowns.get(alarm) ?? byClock;
    countdowns.set(alarm, at);
    return Math.max(world.now, at);
  }

  async function ring(): Promise<void> {
    const alarm = await fakeBrowser.alarms.get('poll');
    const { periodInMinutes = 0 } = alarm ?? {};
    const when = world.now + world.clock + periodInMinutes * MINUTE;
    await fakeBrowser.alarms.create('poll', { when, periodInMinutes });
    await wake();
  }

  async function runUntil(end: number): Promise<void> {
    let rings = 0;
    for (let at = await nextRing(); at < end; at = await nextRing()) {
      rings = at > world.now ? 0 : rings + 1;
      if (rings > MOST_RINGS) throw new Error('An alarm rings again and again, and no time passes.');
      setNow(at);
      await ring();
    }
    setNow(Math.max(world.now, end));
  }

  setNow(START);
  await wake();
  for (const { at, event } of calendar(chance)) {
    if (at <= world.now) continue;
    await runUntil(at);
    happened[event] += 1;
    await disturb[event]();
  }
  return { polls, happened };
}

/** The extension as it is after a start: nothing is left but what it has stored. */
async function startExtension(readBlog: () => Promise<unknown>) {
  vi.resetModules();
  vi.doMock('../../lib/poll/read-blog.ts', () => ({ readBlog }));
  vi.doMock('../../lib/poll/keep-awake.ts', () => ({ keepAwake: (work: () => Promise<void>) => work() }));
  vi.doMock('../../lib/store/database.ts', () => ({ openLibrary: async () => {} }));
  vi.doMock('../../lib/store/state.ts', () => ({ stateRow: async () => ({ key: 'poll' }) }));
  return { ...(await import('../../lib/poll/poll.ts')), ...(await import('../../lib/errors.ts')) };
}

function calendar(chance: Chance): { at: number; event: Event }[] {
  const events = (Object.keys(EVENTS) as Event[]).flatMap((event) =>
    Array.from({ length: Math.round(365 / EVENTS[event]) }, () => ({ at: START + chance.next() * 365 * DAY, event })),
  );
  return events.sort((a, b) => a.at - b.at);
}

function mapEvents<T>(value: () => T): Record<Event, T> {
  return Object.fromEntries(Object.keys(EVENTS).map((event) => [event, value()])) as Record<Event, T>;
}
