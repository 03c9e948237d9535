import type { Page } from 'puppeteer-core';
import { FEED_URL } from '../../lib/blog/site.ts';
import type { Session } from '../launch/launch.ts';
import type { Replica } from '../replica/replica.ts';
import type { Background } from './background.ts';
import { comparedFigure, type Figure, plainFigure } from './figure.ts';
import { mediansOf } from './interleaved.ts';
import { timedFetch, timedStart, watch } from './watched.ts';

const RUNS = 61;
const STARTS = 15;
const TIME_GOAL = { most: 2, text: '≤ 2 times the bare fetch' };

/**
 * What a check costs that finds the feed unchanged, in a background that runs, beside a bare fetch of the feed there. Both
 * ask the replica, whose answer takes next to no time: it hides nothing of what the extension adds. How the check went is
 * noted beside the library, which is not written.
 */
export async function unchangedFigures(background: Background, replica: Replica): Promise<Figure[]> {
  const writesBefore = await background.writes();
  const asked: number[] = [];
  const check = async () => {
    const before = replica.requests.length;
    const time = await background.check();
    const requests = replica.requests.slice(before);
    if (requests.some(({ status }) => status !== 304)) throw new Error('The feed was not found unchanged.');
    asked.push(requests.length);
    return time;
  };
  const [time, fetch] = await mediansOf(RUNS, check, background.fetchFeed);
  const writes = (await background.writes()) - writesBefore;
  return [
    comparedFigure('unchanged feed, check', time, fetch, 'ms', TIME_GOAL),
    plainFigure('unchanged feed, asked of the blog', Math.max(...asked), 'requests', { most: 1, text: '1' }),
    plainFigure('unchanged feed, to the library', writes, 'writes', { most: 0, text: '0' }),
  ];
}

/**
 * The same, with the background started for it, as it mostly is in Chromium; beside a bare fetch in a page. Nobody may have
 * watched the background before.
 */
export async function startFigure(session: Session, page: Page): Promise<Figure> {
  await page.evaluate(watch);
  const start = async () => {
    await session.stopBackground();
    return page.evaluate(timedStart);
  };
  const [time, fetch] = await mediansOf(STARTS, start, () => page.evaluate(timedFetch, FEED_URL));
  return comparedFigure('unchanged feed, start and check', time, fetch, 'ms');
}
