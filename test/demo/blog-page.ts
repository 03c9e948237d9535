import { setTimeout as deadline } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { HOME_URL } from '../../lib/blog/site.ts';
import type { Session } from '../launch/launch.ts';

const PATIENCE_MS = 15_000;

/** Opens the blog's home page in a tab. Throws an Error for people when it can't be reached in time. */
export async function openBlog(session: Session): Promise<Page> {
  const late = deadline(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`no answer within ${PATIENCE_MS / 1000} seconds`);
  });
  try {
    return await Promise.race([session.openPage(HOME_URL), late]);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [reason = text] = /\b(ERR|NS_ERROR)_\w+/.exec(text) ?? [];
    throw new Error(`${HOME_URL} can't be reached from here (${reason}).`, { cause: error });
  }
}
