import { type ReadonlySignal, signal } from '@preact/signals-core';
import { FINISHED } from '../post.ts';

/** So long after the reader has stopped scrolling the place is remembered, in ms. */
const SETTLED_MS = 400;

/** So often it is looked whether the reader has taken enough time, in ms. */
const LOOK_MS = 2_000;

interface Text {
  /** Anew each time: the page may draw it anew. */
  readonly element: () => Element | undefined;
  /** How long what there is of it takes to read, in minutes: it may come bit by bit. */
  readonly minutes: () => number;
}

/** Told the place from 0 to 1, and whether the post has been read: most of it was seen, and half the time was taken. */
type Report = (place: number, isFinished: boolean) => void;

/** Follows how much of a text has come onto the screen; what was only opened, and never scrolled, has no place. */
export function followProgress(text: Text, report: Report, stop: AbortSignal): ReadonlySignal<number> {
  const progress = signal(0);
  let frame = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isFinished = false;
  let seenMs = 0;
  let place: number | undefined;

  const measure = () => {
    const rect = text.element()?.getBoundingClientRect();
    if (!rect || rect.height === 0) return;
    progress.value = Math.min(1, Math.max(0, (innerHeight - rect.top) / rect.height));
    // A page goes to its top by itself: that is no place.
    if (scrollY > 0) place = progress.value;
  };
  const finish = () => {
    if (isFinished || progress.value < FINISHED) return;
    measure();
    if (progress.value < FINISHED || seenMs < text.minutes() * 30_000) return;
    isFinished = true;
    report(1, true);
  };
  const settle = () => {
    clearTimeout(settling);
    settling = undefined;
    measure();
    finish();
    if (!isFinished && place !== undefined) report(place, false);
  };
  const onScroll = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(measure);
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLED_MS);
  };
  const leave = () => {
    if (settling !== undefined) settle();
  };

  const timer = setInterval(() => {
    if (!document.hidden) seenMs += LOOK_MS;
    finish();
  }, LOOK_MS);
  addEventListener('scroll', onScroll, { passive: true, signal: stop });
  addEventListener('resize', measure, { signal: stop });
  addEventListener('pagehide', leave, { signal: stop });
  document.addEventListener('visibilitychange', leave, { signal: stop });
  stop.addEventListener('abort', () => {
    leave();
    clearInterval(timer);
    cancelAnimationFrame(frame);
  });
  measure();
  return progress;
}

/** Where the page has to be scrolled to for so much of the text to be on the screen, in CSS px. */
export function scrollTopOf(text: Element, place: number): number {
  const { top, height } = text.getBoundingClientRect();
  return scrollY + top + place * height - innerHeight;
}
