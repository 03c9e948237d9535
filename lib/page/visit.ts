import { getHeading } from '../parse/article.ts';
import { cleanText } from '../parse/text.ts';
import { type PostId, postIdOf } from '../post.ts';

/** So long after the page has loaded no content script starts by itself. */
const LATE_MS = 3_000;

/** A page that the reader is on, until the page goes to another address. */
export interface Visit {
  /** The post that the page is; undefined if it is none's. */
  readonly id: PostId | undefined;
  /** Whether the reader has just come, and the blog had the page. */
  readonly isArrival: boolean;
  /** The heading of the page before, which may stand for a while after the address has changed. */
  readonly leftHeading: string | undefined;
}

/** Answers which visit this is; to be asked whenever the page has changed. */
export function createVisits(): () => Visit {
  let visit: Visit | undefined;
  let heading: string | undefined;
  return () => {
    const id = postIdOf(location.href);
    if (!visit) visit = { id, isArrival: isArrival(), leftHeading: undefined };
    else if (id !== visit.id) visit = { id, isArrival: true, leftHeading: heading };
    heading = getHeading(document);
    return visit;
  };
}

/** Whether the page shows already what its address says. */
export function isShown({ leftHeading }: Visit): boolean {
  const heading = getHeading(document);
  return leftHeading === undefined || (heading !== leftHeading && cleanText(document.title).includes(heading));
}

/**
 * An update of the extension brings the script to pages that have been open for long, and that the reader may have marked
 * since.
 */
function isArrival(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!navigation) return true;
  const { loadEventEnd, responseStatus } = navigation;
  const isLate = loadEventEnd > 0 && performance.now() - loadEventEnd > LATE_MS;
  // The status is 0 where the browser does not tell.
  return responseStatus < 400 && !isLate;
}
