import type { CDPSession } from 'puppeteer-core';
import { waitFor } from './wait-for.ts';

/** The network of all targets, those to come included. */
export interface NetworkSwitch {
  /** Puts a target under the switch. */
  join(session: CDPSession): void;
  /** Forgets a target that has ended. */
  leave(session: CDPSession): void;
  setOffline(offline: boolean): Promise<void>;
}

/** So long a target has to find out, in ms; one that has ended meanwhile never does. */
const PATIENCE_MS = 2_000;

export function createNetworkSwitch(): NetworkSwitch {
  const sessions = new Set<CDPSession>();
  let isOffline = false;
  const apply = async (session: CDPSession): Promise<void> => {
    const conditions = { offline: isOffline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    // Without the first command, a worker would be told that it is offline, and its requests would go through.
    // A target that has ended meanwhile refuses.
    await Promise.allSettled([
      session.send('Network.enable'),
      session.send('Network.emulateNetworkConditions', conditions),
    ]);
  };
  return {
    join(session) {
      sessions.add(session);
      // A worker that waits for its start has no network yet that could be taken away.
      session.on('Runtime.executionContextCreated', () => {
        if (isOffline) void apply(session);
      });
    },
    leave(session) {
      sessions.delete(session);
      // Chromium tells the whole process of a page that is closed that it has a network again.
      if (isOffline) for (const other of sessions) void apply(other);
    },
    async setOffline(offline) {
      isOffline = offline;
      await Promise.all([...sessions].map(apply));
      // A target loses its network some time before it can know that it has.
      await Promise.allSettled([...sessions].map((session) => untilKnown(session, offline)));
    },
  };
}

function untilKnown(session: CDPSession, offline: boolean): Promise<unknown> {
  const isKnown = async () => {
    const { result } = await session.send(
      'Runtime.evaluate',
      { expression: 'navigator.onLine' },
      { timeout: PATIENCE_MS },
    );
    return result.value === !offline;
  };
  return waitFor(isKnown, 'the network switch', PATIENCE_MS);
}
