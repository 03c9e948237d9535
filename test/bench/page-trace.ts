import type { Page } from 'puppeteer-core';

/** What this reads of an event of a trace; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Set by the page once its own script has taken it over. */
export const HYDRATED = 'hydrated';

const CATEGORIES = ['-*', 'devtools.timeline', 'blink.user_timing', 'disabled-by-default-devtools.timeline'];
const WORK = new Set(['EvaluateScript', 'FunctionCall', 'Layout', 'RunMicrotasks', 'TimerFire', 'UpdateLayoutTree']);

export function startTrace(page: Page): Promise<void> {
  return page.tracing.start({ categories: CATEGORIES });
}

/**
 * Ends the trace. Answers the ms of script, style and layout on the page's main thread since it was hydrated, and of an
 * extension's script before that: only then the extension is at work, and hardly anybody else.
 */
export async function timeSinceHydration(page: Page): Promise<number> {
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('There is no trace.');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const hydrated = traceEvents.find(({ name }) => name === HYDRATED);
  if (!hydrated) throw new Error('The page was never hydrated.');
  const work = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && pid === hydrated.pid && tid === hydrated.tid && WORK.has(name),
  );
  const ours = work.filter(({ args }) => args?.data?.url?.startsWith('chrome-extension:'));
  return (lengthOf(ours, 0, hydrated.ts) + lengthOf(work, hydrated.ts)) / 1_000;
}

/** For how many µs between two times at least one of the events went on. */
function lengthOf(events: readonly TraceEvent[], from: number, to = Number.POSITIVE_INFINITY): number {
  let length = 0;
  let end = from;
  for (const { ts, dur = 0 } of events.toSorted((a, b) => a.ts - b.ts)) {
    const last = Math.min(ts + dur, to);
    length += Math.max(0, last - Math.max(ts, end));
    end = Math.max(end, last);
  }
  return length;
}
