import { sendMessage, untilAnswered } from '../messages.ts';
import { getArticle, getHeading } from '../parse/article.ts';
import { cleanText } from '../parse/text.ts';
import { type PostId, postIdOf } from '../post.ts';

/** So long after the page has loaded no content script starts by itself. */
const LATE_MS = 3_000;

/** What the reader is looking at, and what the background was told of it. */
interface Visit {
  readonly id: PostId | undefined;
  /** The heading of the page before, which may stand for a while after the address has changed. */
  readonly leftHeading: string | undefined;
  told: 'nothing' | 'address' | 'title';
}

/**
 * Tells the background when the reader is on a post: the one that was loaded, and each that the page goes to later. To be
 * called whenever the page has changed. The title follows as soon as the page shows it: the library may lack the post.
 */
export function createOpenedPostReporter(): () => void {
  let visit: Visit | undefined;
  let heading: string | undefined;

  return () => {
    const id = postIdOf(location.href);
    if (!visit) visit = { id, leftHeading: undefined, told: isArrival() ? 'nothing' : 'title' };
    else if (id !== visit.id) visit = { id, leftHeading: heading, told: 'nothing' };
    heading = getHeading(document);
    if (id) void report(visit);
  };
}

async function report(visit: Visit): Promise<void> {
  const post = getArticle(location.href, document);
  const title = isOwnHeading(visit) ? getHeading(document) : '';
  const before = visit.told;
  if (!post || before === 'title' || (before === 'address' && title === '')) return;
  visit.told = title === '' ? 'address' : 'title';
  try {
    await untilAnswered(() => sendMessage('postOpened', { ...post, title }));
  } catch (error) {
    console.error(error);
    // The next change of the page tries again.
    visit.told = before;
  }
}

function isOwnHeading({ leftHeading }: Visit): boolean {
  const heading = getHeading(document);
  return leftHeading === undefined || (heading !== leftHeading && cleanText(document.title).includes(heading));
}

/**
 * Whether the reader has just come to this page, and the blog had it. An update of the extension brings the script to pages
 * that have been open for long, and that the reader may have marked since.
 */
function isArrival(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!navigation) return true;
  const { loadEventEnd, responseStatus } = navigation;
  const isLate = loadEventEnd > 0 && performance.now() - loadEventEnd > LATE_MS;
  // The status is 0 where the browser does not tell.
  return responseStatus < 400 && !isLate;
}
