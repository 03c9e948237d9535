import type { Background } from './background.ts';
import { feedOf } from './feed.ts';
import { comparedFigure, type Figure, median } from './figure.ts';
import { heapGrowth } from './heap.ts';
import { mediansOf } from './interleaved.ts';
import { countRows, fillLibrary, samplePosts } from './library.ts';
import type { Stage } from './stage.ts';

/** How many posts, and how often they are read and stored. */
const SIZES = [
  { count: 5, runs: 15 },
  { count: 500, runs: 11 },
  { count: 10_000, runs: 5 },
];
const HEAP_RUNS = 3;

/**
 * What a check costs that finds new posts in the feed, beside a bare fetch of the feed in the same background: time, and
 * growth of the JS heaps of the background and of the page that takes the feed apart. The library knows one of the posts:
 * else the extension would ask further sources for others.
 */
export async function newPostFigures(stage: Stage, background: Background): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await figuresOf(stage, background, size)));
  return figures;
}

async function figuresOf(stage: Stage, background: Background, { count, runs }: (typeof SIZES)[number]) {
  const posts = samplePosts(count);
  stage.replica.setFault('feed', { kind: 'replace', body: feedOf(posts) });
  const check = () => checkOnce(stage, background, posts);
  const [time, fetch] = await mediansOf(runs, check, background.fetchFeed);
  // All pages of the extension share a thread, and with it a heap.
  const threads = [background.client, await stage.page.createCDPSession()];
  const heapOf = async (work: () => Promise<unknown>) => {
    const growths: number[] = [];
    for (let run = 0; run < HEAP_RUNS; run++) growths.push(await heapGrowth(threads, work));
    return median(growths);
  };
  const name = `feed of ${count.toLocaleString('en')} posts, read and stored`;
  return [
    comparedFigure(name, time, fetch, 'ms'),
    comparedFigure(`${name}, JS heap`, await heapOf(check), await heapOf(background.fetchFeed), 'bytes'),
  ];
}

async function checkOnce({ page, replica }: Stage, background: Background, posts: ReturnType<typeof samplePosts>) {
  await fillLibrary(page, posts.slice(0, 1));
  const [requests, writes] = [replica.requests.length, await background.writes()];
  const time = await background.check();
  const stored = await countRows(page, 'posts');
  if (stored !== posts.length) throw new Error(`Of ${posts.length} posts ${stored} were stored.`);
  if (replica.requests.length !== requests + 1) throw new Error('More was asked for than the feed.');
  if ((await background.writes()) === writes) throw new Error('The writing was not seen.');
  return time;
}
