import { launch, type Session } from '../launch/launch.ts';
import { EMPTY_POPUP, withEmptyPopup } from './empty-popup.ts';
import { comparedFigure, type Figure, median } from './figure.ts';
import { type Opened, timeToFirstPaint } from './first-paint.ts';
import { fillLibrary, samplePosts } from './library.ts';

const POPUP: Opened = { path: 'popup.html', selector: '.post' };
const WARM_UP = 4;
const RUNS = 31;

// Nothing answers there: no check brings anything.
const NOWHERE = 9;

/**
 * A browser whose library holds a number of unread posts, and what was measured in it. Each number has a browser of its
 * own, all at once: no library was ever larger, and whatever else the machine does falls on all of them.
 */
interface Subject {
  readonly count: number;
  readonly session: Session;
  readonly popup: number[];
  readonly empty: number[];
}

/** How long the popup of a build takes to open, with few posts and with many, beside an empty one. */
export function openingFigures(built: string): Promise<Figure[]> {
  return withEmptyPopup(built, async (extension) => {
    const subjects: Subject[] = [];
    try {
      for (const count of [13, 1_000, 10_000]) {
        const session = await launch({ browser: 'chromium', extension, proxyPort: NOWHERE });
        subjects.push({ count, session, popup: [], empty: [] });
        await prepare(session, count);
      }
      await measure(subjects);
      return figuresOf(subjects);
    } catch (error) {
      const problems = subjects.flatMap(({ session }) => session.problems);
      throw new Error(`The popup could not be measured. Problems in the browsers: ${problems.join('\n') || 'none'}`, {
        cause: error,
      });
    } finally {
      await Promise.all(subjects.map(({ session }) => session.close()));
    }
  });
}

async function prepare(session: Session, count: number): Promise<void> {
  // This page stays open: the extension's process lives on, so that no time is spent on starting it, in either popup.
  const page = await session.barePage();
  await fillLibrary(page, samplePosts(count));
}

async function measure(subjects: readonly Subject[]): Promise<void> {
  for (let run = -WARM_UP; run < RUNS; run++) {
    for (const subject of subjects) await measureOnce(subject, run);
  }
}

async function measureOnce({ session, popup, empty }: Subject, run: number): Promise<void> {
  const both = [
    { opened: EMPTY_POPUP, times: empty },
    { opened: POPUP, times: popup },
  ];
  // Neither is always the one that comes second.
  for (const { opened, times } of run % 2 === 0 ? both : both.toReversed()) {
    const time = await timeToFirstPaint(session, opened);
    if (run >= 0) times.push(time);
  }
}

function figuresOf(subjects: readonly Subject[]): Figure[] {
  const figures = subjects.map(({ count, popup, empty }, index) =>
    comparedFigure(
      `popup, ${count.toLocaleString('en')} posts, to first row`,
      median(popup),
      median(empty),
      'ms',
      index === 0 ? { most: 2, text: '≤ 2 times the empty popup' } : undefined,
    ),
  );
  const [few, most] = [subjects.at(0), subjects.at(-1)];
  if (!few || !most) return figures;
  const goal = { most: 1.2, text: '≤ 1.2' };
  return [
    ...figures,
    comparedFigure('popup, 10,000 posts against 13', median(most.popup), median(few.popup), 'ms', goal),
  ];
}
