import { type Figure, median, plainFigure } from './figure.ts';
import type { Library } from './libraries.ts';
import { onWholeList } from './whole-list.ts';

/** How the list is scrolled. */
interface Course {
  /** Frames in each of which it is scrolled on by a part of what is seen. */
  readonly steps: number;
  readonly part: number;
  /** Jumps to places that are evenly spread from the top to the very end, and steps after each. */
  readonly jumps: number;
  readonly stepsAfter: number;
}

/** What was seen while the list was scrolled. */
interface Scrolled {
  /** The longest frame of the main thread, in ms. */
  readonly longest: number;
  readonly isAtEnd: boolean;
  /** Frames that showed no post at all, and those in which posts did not fill all that was seen of the list. */
  readonly blank: number;
  readonly incomplete: number;
  /** The most frames in a row that showed no post at all, after a jump. */
  readonly blankAfterJump: number;
  readonly mostRows: number;
}

const COURSE: Course = { steps: 300, part: 0.9, jumps: 20, stepsAfter: 10 };

/** So often it is scrolled: among thousands of frames there is one in which the machine did something else. */
const RUNS = 5;

/** What frames show, and how long they take, while the list is scrolled from its beginning to its end. */
export async function scrollingFigures(library: Library): Promise<Figure[]> {
  const runs: Scrolled[] = [];
  for (let run = 0; run < RUNS; run++) {
    runs.push(await onWholeList(library, (page) => page.evaluate(scrollThrough, COURSE)));
  }
  if (!runs.every(({ isAtEnd }) => isAtEnd)) throw new Error('The end of the list was not reached.');
  const longest = runs.map((run) => run.longest);
  const most = (of: 'blank' | 'incomplete' | 'blankAfterJump' | 'mostRows') => Math.max(...runs.map((run) => run[of]));
  const name = `popup, ${library.count.toLocaleString('en')} posts, scrolled`;
  return [
    plainFigure(`${name}, longest frame, median of ${RUNS} times`, median(longest), 'ms', { most: 50, text: '≤ 50' }),
    plainFigure(`${name}, longest frame of all`, Math.max(...longest), 'ms'),
    plainFigure(`${name} by ${COURSE.steps} screens, blank`, most('blank'), 'frames', { most: 0, text: '0' }),
    plainFigure(`${name} by ${COURSE.steps} screens, not filled with posts`, most('incomplete'), 'frames'),
    plainFigure(`${name} by ${COURSE.jumps} jumps, blank after one`, most('blankAfterJump'), 'frames'),
    plainFigure(`${name}, most drawn`, most('mostRows'), 'rows', { most: 100, text: '≤ 100' }),
  ];
}

/** Runs in the page. */
async function scrollThrough({ steps, part, jumps, stepsAfter }: Course): Promise<Scrolled> {
  const main = document.querySelector('main');
  if (!main) throw new Error('There is nothing to scroll.');
  let longest = 0;
  let mostRows = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  for (const type of ['longtask', 'long-animation-frame']) observer.observe({ type });

  const next = new MessageChannel();
  const view = {
    /** Ends in a task right after the next frame: what is scrolled there is seen in the frame that follows. */
    frame() {
      return new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const start = performance.now();
          next.port1.onmessage = () => {
            longest = Math.max(longest, performance.now() - start);
            resolve();
          };
          next.port2.postMessage(undefined);
        });
      });
    },
    isAtEnd() {
      const last = [...main.querySelectorAll('.post')].at(-1);
      const isLast = last != null && last.getAttribute('aria-posinset') === last.getAttribute('aria-setsize');
      return isLast && last.querySelector('h3') !== null;
    },
    rows() {
      const { top, bottom } = main.getBoundingClientRect();
      const rows = [...main.querySelectorAll('.post')];
      mostRows = Math.max(mostRows, rows.length);
      const posts = rows.filter((row) => row.querySelector('h3') !== null).map((row) => row.getBoundingClientRect());
      const seen = posts.filter((post) => post.bottom > top + 1 && post.top < bottom - 1);
      const list = main.querySelector('.posts')?.getBoundingClientRect();
      const end = Math.min(bottom, list?.bottom ?? bottom) - 1;
      // How far down there is one post after the other.
      const filled = seen.reduce(
        (edge, post) => (post.top <= edge + 1 ? post.bottom : edge),
        Math.max(top, list?.top ?? top),
      );
      return { isBlank: seen.length === 0, isIncomplete: filled < end };
    },
  };

  let [blank, incomplete] = [0, 0];
  for (let step = 0; step < steps; step++) {
    main.scrollTop += main.clientHeight * part;
    await view.frame();
    const { isBlank, isIncomplete } = view.rows();
    blank += Number(isBlank);
    incomplete += Number(isIncomplete);
  }

  let blankAfterJump = 0;
  for (let jump = 0; jump <= jumps; jump++) {
    main.scrollTop = ((main.scrollHeight - main.clientHeight) * jump) / jumps;
    let blankNow = 0;
    for (let step = 0; step < stepsAfter; step++) {
      await view.frame();
      blankNow += Number(view.rows().isBlank);
      main.scrollTop += main.clientHeight * part;
    }
    blankAfterJump = Math.max(blankAfterJump, blankNow);
  }
  let isAtEnd = false;
  for (let step = 0; step < steps && !isAtEnd; step++) {
    main.scrollTop = main.scrollHeight;
    await view.frame();
    isAtEnd = view.isAtEnd();
  }
  // What is observed of the last frame is told of after it.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { longest, isAtEnd, blank, incomplete, blankAfterJump, mostRows };
}
