/** A page that is not in front paints nothing: it does not wait longer, in ms. */
const LATEST_MS = 300;

/**
 * Does the work once what is there now is on the screen: only the next frame but one tells of that. What is done in between would
 * hold it up, for it is drawn by other threads.
 */
export function afterPaint(work: () => void, stop?: AbortSignal): void {
  let isDone = false;
  const once = () => {
    if (isDone || stop?.aborted) return;
    isDone = true;
    work();
  };
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
  setTimeout(once, LATEST_MS);
}
