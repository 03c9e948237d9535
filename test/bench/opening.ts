import { setTimeout as pause } from 'node:timers/promises';
import { EMPTY_POPUP } from './empty-popup.ts';
import { comparedFigure, type Figure, type Goal, middleMean } from './figure.ts';
import { type Opened, timeToFirstPaint } from './first-paint.ts';
import type { Library } from './libraries.ts';

const POPUP: Opened = { path: 'popup.html', selector: '.post' };
/** Both multiples of four: after so many runs each has come as often first, and as often after another library's. */
const WARM_UP = 4;
const RUNS = 28;
/** So long the browser may still be at work for a popup that was closed while it read all posts. */
const SETTLED_MS = 1_000;

/** What was measured in a library, in ms. */
interface Subject {
  readonly library: Library;
  readonly popup: number[];
  readonly empty: number[];
}

/** How long the popup takes to open, with the fewest posts and with more, beside an empty one. */
export async function openingFigures(libraries: readonly Library[]): Promise<Figure[]> {
  const subjects = libraries.map((library): Subject => ({ library, popup: [], empty: [] }));
  for (let run = -WARM_UP; run < RUNS; run++) {
    // None always comes after the longest list.
    for (const subject of inTurn(subjects, run)) await measureOnce(subject, run);
  }
  return figuresOf(subjects);
}

async function measureOnce({ library, popup, empty }: Subject, run: number): Promise<void> {
  const both = [
    { opened: EMPTY_POPUP, times: empty },
    { opened: POPUP, times: popup },
  ];
  // A browser that was not used last is slower.
  for (const { opened, times } of inTurn(both, Math.floor(run / 2))) {
    const time = await timeToFirstPaint(library.session, opened);
    if (run >= 0) times.push(time);
    // No reader opens one at the very moment at which another is closed.
    await pause(SETTLED_MS);
  }
}

function inTurn<T>(all: readonly T[], run: number): readonly T[] {
  return run % 2 === 0 ? all : all.toReversed();
}

function figuresOf(subjects: readonly Subject[]): Figure[] {
  const [few, ...others] = subjects;
  if (!few) return [];
  const beside = subjects.map(({ library, popup, empty }) =>
    comparedFigure(
      `popup, ${library.count.toLocaleString('en')} posts, to first row`,
      middleMean(popup),
      middleMean(empty),
      'ms',
      library === few.library ? { most: 1.7, text: '≤ 1.7 times the empty popup' } : undefined,
    ),
  );
  return [...beside, ...others.map((other) => againstFew(other, few))];
}

function againstFew({ library: { count }, popup }: Subject, few: Subject): Figure {
  const name = `popup, ${count.toLocaleString('en')} posts against ${few.library.count}`;
  const goal: Goal = count > 10_000 ? { most: 1.5, text: '≤ 1.5' } : { most: 1.2, text: '≤ 1.2' };
  return comparedFigure(name, middleMean(popup), middleMean(few.popup), 'ms', goal);
}
