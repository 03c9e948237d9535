import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from 'vitest';
import { type BrowserName, type LaunchOptions, launch, type Session } from '../launch/launch.ts';
import { type Era, type Replica, startReplica } from '../replica/replica.ts';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
export const ERAS: readonly Era[] = ['today', 'wordpress'];
export const BLOG = 'https://engineering.atspotify.com';

interface Fixtures {
  /** A profile folder that outlives a session. */
  readonly profile: string;
  /** The stand-in for the blog, fresh for this test. */
  readonly replica: Replica;
  /** What the browser may complain of in this test. */
  readonly tolerated: RegExp[];
  /** Starts a browser with the extension and a fresh profile; closed after the test, which fails if anything complained. */
  readonly start: (browser: BrowserName, options?: Partial<LaunchOptions>) => Promise<Session>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants to see a pattern
  replica: async ({}, use) => {
    const replica = await startReplica();
    await use(replica);
    await replica.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants to see a pattern
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'liner-notes-profile-'));
    await use(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants to see a pattern
  tolerated: async ({}, use) => use([]),
  start: async ({ replica, tolerated }, use) => {
    const sessions: Session[] = [];
    await use(async (browser, options) => {
      const session = await launch({ browser, proxyPort: replica.port, ...options });
      sessions.push(session);
      return session;
    });
    await Promise.all(sessions.map((session) => session.close()));
    const problems = sessions.flatMap((session) => session.problems);
    expect(problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)))).toEqual([]);
  },
});
