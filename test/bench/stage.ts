import type { Page } from 'puppeteer-core';
import { launch, type Session } from '../launch/launch.ts';
import { type Replica, startReplica } from '../replica/replica.ts';
import type { NewPost } from '../replica/types.ts';
import { firstCheck } from './library.ts';

/** A browser with the extension, which has checked the replica of the blog once. */
export interface Stage {
  readonly session: Session;
  readonly replica: Replica;
  /** Of the extension; it runs none of its code. */
  readonly page: Page;
}

/** Does the work on a stage of its own. The blog begins with this post, if one is given. */
export async function onStage<T>(extension: string, work: (stage: Stage) => Promise<T>, newest?: NewPost): Promise<T> {
  const replica = await startReplica();
  if (newest) replica.publish(newest);
  try {
    const session = await launch({ browser: 'chromium', extension, proxyPort: replica.port });
    try {
      const page = await session.barePage();
      await firstCheck(page);
      return await work({ session, replica, page });
    } catch (error) {
      throw new Error(`Problems in the browser: ${session.problems.join('\n') || 'none'}`, { cause: error });
    } finally {
      await session.close();
    }
  } finally {
    await replica.stop();
  }
}
