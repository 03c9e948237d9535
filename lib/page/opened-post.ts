import { sendMessage, untilAnswered } from '../messages.ts';
import { getArticle } from '../parse/article.ts';

/** Tells the background when the reader is on a post: the one that was loaded, and each that the page goes to later. */
export function createOpenedPostReporter(): () => void {
  let reported = '';
  let loading = true;
  return () => {
    if (location.href !== reported) {
      reported = location.href;
      void report(loading);
    }
    loading = false;
  };
}

/** The heading is this post's only in a page that was loaded: on the way to the next post the last one still stands. */
async function report(loaded: boolean): Promise<void> {
  const post = getArticle(location.href, document);
  if (!post || (loaded && !answeredWell())) return;
  await untilAnswered(() => sendMessage('postOpened', loaded ? post : { ...post, title: '' }));
}

function answeredWell(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // 0 where the browser does not tell.
  return !navigation || navigation.responseStatus < 400;
}
