import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followLibrary } from '../../lib/page/follow-library.ts';
import { removeFootprint } from '../../lib/page/footprint.ts';
import { whenHydrated } from '../../lib/page/hydration.ts';
import { startListingPage } from '../../lib/page/listing-page.ts';
import { createOpenedPostReporter } from '../../lib/page/opened-post.ts';
import { watchPage } from '../../lib/page/watch.ts';

export default defineContentScript({
  matches: ['https://engineering.atspotify.com/*'],
  async main(context) {
    const reportOpenedPost = createOpenedPostReporter();
    reportOpenedPost();
    await whenHydrated(context.signal);
    if (context.isInvalid) return;

    removeFootprint();
    const page = startListingPage(context);
    const look = () => {
      if (context.isInvalid) return;
      reportOpenedPost();
      page.scan();
    };
    watchPage(look, context.signal);
    followLibrary(() => void page.refresh(), context.signal);
    context.onInvalidated(page.stop);
    // The reader comes back from updating or removing the extension: time to notice.
    document.addEventListener('visibilitychange', look, { signal: context.signal });
    look();
  },
});
