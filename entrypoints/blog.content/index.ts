import '../../components/page/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startArticlePage } from '../../lib/page/article-page.tsx';
import { createAsk } from '../../lib/page/ask.ts';
import { followLibrary } from '../../lib/page/follow-library.ts';
import { removeFootprint } from '../../lib/page/footprint.ts';
import { whenHydrated } from '../../lib/page/hydration.ts';
import { startListingPage } from '../../lib/page/listing-page.ts';
import { createOpenedPostReporter } from '../../lib/page/opened-post.ts';
import { whenSeen } from '../../lib/page/prerender.ts';
import { createVisits, type Visit } from '../../lib/page/visit.ts';
import { watchPage } from '../../lib/page/watch.ts';

export default defineContentScript({
  matches: ['https://engineering.atspotify.com/*'],
  async main(context) {
    await whenSeen();
    const ask = createAsk(context);
    const visitNow = createVisits();
    const reportOpenedPost = createOpenedPostReporter(ask);
    void reportOpenedPost(visitNow());
    await whenHydrated(context.signal);
    if (context.isInvalid) return;

    removeFootprint();
    const listing = startListingPage(context, ask);
    const article = startArticlePage(ask);
    let last: Visit | undefined;
    const look = (haveLinksChanged = true) => {
      if (context.isInvalid) return;
      const visit = visitNow();
      const isOther = visit !== last;
      last = visit;
      void reportOpenedPost(visit);
      if (haveLinksChanged || isOther) listing.scan();
      article.look(visit);
    };
    watchPage(look, context.signal);
    followLibrary(() => void Promise.all([listing.refresh(), article.refresh()]), context.signal);
    context.onInvalidated(listing.stop);
    context.onInvalidated(article.stop);
    context.onInvalidated(removeFootprint);
    // The reader comes back from updating or removing the extension: time to notice. A page that is closed hears nothing.
    window.addEventListener('focus', () => look(), { signal: context.signal });
    look();
  },
});
