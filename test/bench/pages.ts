import type { LibraryPost } from '../../lib/store/database.ts';
import { launch, type Session } from '../launch/launch.ts';
import { startReplica } from '../replica/replica.ts';
import type { ReplicaPost } from '../replica/types.ts';
import { comparedFigure, type Figure, median, plainFigure } from './figure.ts';
import { fillLibrary } from './library.ts';
import { onVisit, type Presses, timedBareLoop, timedPresses, type Visit } from './page-visit.ts';

const SIZES = [
  { cards: 24, runs: 15 },
  { cards: 1_000, runs: 9 },
  { cards: 10_000, runs: 5 },
];
const WARM_UP = 1;
const MIB = 1024 * 1024;

type Cost = Pick<Visit, 'spent' | 'later' | 'memory' | 'longestTask'>;

/** The medians of visits to one page with the extension, whose filter was used, and without it, with a bare loop. */
interface Costs {
  readonly ours: Cost & Presses;
  readonly own: Cost & { readonly loop: number };
}

/** What the extension adds to the blog's pages, with few cards and with many, beside what those cost without it. */
export async function pageFigures(extension: string): Promise<Figure[]> {
  const replica = await startReplica();
  try {
    replica.addMany(Math.max(...SIZES.map(({ cards }) => cards)));
    const options = { browser: 'chromium', extension, proxyPort: replica.port } as const;
    const [withUs, without] = await Promise.all([launch(options), launch(options)]);
    try {
      await fillLibrary(await withUs.barePage(), replica.posts().map(toLibrary));
      await without.disableExtension();
      const costs: Costs[] = [];
      for (const { cards, runs } of SIZES) {
        replica.setPageSize(cards);
        costs.push(await costsOf(runs, withUs, without));
      }
      return figuresOf(costs);
    } finally {
      await Promise.all([withUs.close(), without.close()]);
    }
  } finally {
    await replica.stop();
  }
}

/** In turns: whatever else the machine does falls on both. */
async function costsOf(runs: number, withUs: Session, without: Session): Promise<Costs> {
  const ours: Array<Costs['ours']> = [];
  const own: Array<Costs['own']> = [];
  for (let run = -WARM_UP; run < runs; run++) {
    const mine = await onVisit(withUs, async (visit) => ({ ...costOf(visit), ...(await timedPresses(visit)) }));
    const bare = await onVisit(without, async (visit) => ({ ...costOf(visit), loop: await timedBareLoop(visit) }));
    if (run < 0) continue;
    ours.push(mine);
    own.push(bare);
  }
  return { ours: medianOf(ours), own: medianOf(own) };
}

function costOf({ spent, later, memory, longestTask }: Visit): Cost {
  return { spent, later, memory, longestTask };
}

/** The median of each field. */
function medianOf<T extends object>(costs: readonly T[]): T {
  const fields = Object.keys(costs[0] ?? {}) as Array<keyof T>;
  return Object.fromEntries(fields.map((field) => [field, median(costs.map((cost) => Number(cost[field])))])) as T;
}

function figuresOf([few, many, most]: readonly Costs[]): Figure[] {
  if (!few || !many || !most) throw new Error('A page was not measured.');
  const addedTo = ({ ours, own }: Costs) => ours.later - own.later;
  const add = 'script, style and layout that we add';
  return [
    comparedFigure(
      `page of 24 cards, ${add}, against its own until hydrated`,
      addedTo(few),
      few.own.spent - few.own.later,
      'ms',
      goal(0.1),
    ),
    comparedFigure(`page of 1,000 cards, ${add}, against a bare loop`, addedTo(many), many.own.loop, 'ms', goal(3)),
    comparedFigure(`page of 10,000 cards, ${add}, against 1,000`, addedTo(most), addedTo(many), 'ms', goal(12)),
    plainFigure('page of 1,000 cards, longest task from when it is hydrated', many.ours.longestTask, 'ms', goal(50)),
    plainFigure('page of 1,000 cards, press of "Unread only", until its frame', many.ours.unreadOnly, 'ms', goal(50)),
    plainFigure('page of 1,000 cards, slowest other press in the filter', many.ours.others, 'ms', goal(50)),
    plainFigure('page of 1,000 cards, memory that we add', many.ours.memory - many.own.memory, 'bytes', {
      most: 3 * MIB,
      text: '≤ 3 MiB',
    }),
  ];
}

function goal(most: number) {
  return { most, text: `≤ ${most}` };
}

function toLibrary({ id, title, date, excerpt, categories, publishedAt }: ReplicaPost, index: number): LibraryPost {
  return {
    id: id as LibraryPost['id'],
    url: `https://engineering.atspotify.com/${id}`,
    title,
    date,
    excerpt: excerpt || title,
    categories,
    image: `https://images.ctfassets.net/p762jor363g1/${index}/hero-1200x590.png`,
    reading: index % 2 === 0 ? 'unread' : 'read',
    readingAt: 1,
    order: publishedAt.getTime(),
  };
}
