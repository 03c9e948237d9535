import type { Browser, CDPSession, Protocol } from 'puppeteer-core';

type TargetInfo = Protocol.Target.TargetInfo;
type Meet = (session: CDPSession, target: TargetInfo) => Promise<unknown>;

// A worker is met once, at the root, and not again under each page that it serves.
const BELOW_PAGES = [{ type: 'service_worker', exclude: true }, {}];

/**
 * Calls `meet` for each page, frame and worker, those that exist and those to come, before their first line of script runs:
 * the commands that `meet` sends before its first await come before that.
 */
export async function meetTargets(browser: Browser, meet: Meet): Promise<CDPSession> {
  const root = await browser.target().createCDPSession();
  await attach(root, meet);
  return root;
}

async function attach(parent: CDPSession, meet: Meet, filter?: Protocol.Target.TargetFilter): Promise<void> {
  parent.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = parent.connection()?.session(sessionId);
    if (session) void begin(session, targetInfo, meet);
  });
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await parent.send('Target.setAutoAttach', filter ? { ...options, filter } : options);
}

async function begin(session: CDPSession, target: TargetInfo, meet: Meet): Promise<void> {
  // A target may end at any time: then its commands fail, and nobody needs their answers any more.
  await Promise.allSettled([
    meet(session, target),
    attach(session, meet, BELOW_PAGES),
    session.send('Runtime.runIfWaitingForDebugger'),
  ]);
}
