import type { CDPSession } from 'puppeteer-core';

/** The network of all targets, those to come included. */
export interface NetworkSwitch {
  /** Puts a target under the switch. */
  join(session: CDPSession): void;
  setOffline(offline: boolean): Promise<void>;
}

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
    async setOffline(offline) {
      isOffline = offline;
      await Promise.all([...sessions].map(apply));
    },
  };
}
