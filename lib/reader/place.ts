import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { afterPaint } from '../after-paint.ts';
import { followProgress, scrollTopOf } from '../page/reading-progress.ts';
import { readingMinutes } from '../reading-time.ts';
import { type Heading, headingAt, readingHeight } from './headings.ts';

/** Who moves the text no further than this, as a part of it, has not read on. */
const UNMOVED = 0.002;
/** A place that is this near to the one that is shown is the same, as a part of the whole. */
const SAME_PLACE = 0.02;
const SCROLL_KEY = /^(?: |Arrow|Page|Home|End)/;

/** Where in a text the reader is. */
export interface Places {
  /** The heading that the reader is at. */
  readonly current: ReadonlySignal<Heading | undefined>;
  /** How much of the text has come onto the screen, from 0 to 1. */
  readonly progress: ReadonlySignal<number>;
  /** Where the reader has left the post elsewhere meanwhile, from 0 to 1. */
  readonly left: ReadonlySignal<number | undefined>;
  /** Goes to where the reader has left the text, and follows on from there, once that is settled. */
  follow(text: HTMLElement, settled: Promise<void>, words: number, stop: AbortSignal): void;
  goTo(place: number): void;
}

/** Follows where the reader is; told the place that is stored, the headings of the text, and how a place is noted. */
export function createPlaces(
  stored: () => number | undefined,
  headings: ReadonlySignal<readonly Heading[]>,
  note: (place: number, isFinished: boolean) => void,
): Places {
  const progress = signal(0);
  const current = signal<Heading>();
  /** The place that this page has shown last. */
  const own = signal<number>();
  let text: HTMLElement | undefined;

  const left = computed(() => {
    const place = stored();
    if (place === undefined || own.value === undefined) return undefined;
    return Math.abs(place - own.value) > SAME_PLACE && Math.abs(place - progress.value) > SAME_PLACE
      ? place
      : undefined;
  });

  const report = (place: number, isFinished: boolean) => {
    if (!isFinished && Math.abs(place - (own.value ?? 0)) < UNMOVED) return;
    own.value = place;
    note(place, isFinished);
  };

  /** To what the address names, else to where the reader has left the post. */
  function goToStart(): void {
    const named = location.hash && document.getElementById(location.hash.slice(1));
    if (named) {
      named.scrollIntoView({ behavior: 'instant' });
      return;
    }
    own.value ??= stored() ?? 0;
    if (own.value > 0) goTo(own.value, 'instant');
  }

  function goTo(place: number, behavior: ScrollBehavior): void {
    own.value = place;
    if (text) scrollTo({ top: scrollTopOf(text, place), behavior });
  }

  function followReading(words: number, stop: AbortSignal): void {
    const minutes = () => readingMinutes(words);
    const seen = followProgress({ element: () => text, minutes }, report, stop);
    const end = seen.subscribe((part) => {
      progress.value = part;
      current.value = text && headingAt(headings.value, readingHeight(text));
    });
    stop.addEventListener('abort', end);
  }

  return {
    current,
    progress,
    left,
    follow(element, settled, words, stop) {
      text = element;
      goToStart();
      const follow = async () => {
        const start = scrollY;
        const hasScrolled = await hasScrolledUntil(settled);
        if (stop.aborted) return;
        const isElsewhere = scrollY !== start;
        // Pictures whose size nobody knew have moved the text.
        if (!hasScrolled) goToStart();
        followReading(words, stop);
        // Where the reader has gone meanwhile is a place as well.
        if (isElsewhere) dispatchEvent(new Event('scroll'));
      };
      // To know where the text is it has to be laid out: what is drawn first need not wait for that.
      afterPaint(() => void follow(), stop);
    },
    goTo: (place) => goTo(place, motion()),
  };
}

/** Whether the reader scrolls until the text is settled. Browsers scroll as well as pictures come: what scrolls tells nothing. */
async function hasScrolledUntil(settled: Promise<void>): Promise<boolean> {
  const scrolled = new AbortController();
  const { signal } = scrolled;
  const scroll = () => scrolled.abort();
  addEventListener('wheel', scroll, { passive: true, signal });
  addEventListener('touchmove', scroll, { passive: true, signal });
  addEventListener('keydown', ({ key }) => SCROLL_KEY.test(key) && scroll(), { signal });
  await settled;
  const hasScrolled = signal.aborted;
  scrolled.abort();
  return hasScrolled;
}

function motion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
