import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { followLibrary } from '../../lib/page/follow-library.ts';
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

    const page = startListingPage();
    const look = () => {
      reportOpenedPost();
      page.scan();
    };
    watchPage(look, context.signal);
    followLibrary(() => void page.refresh(), context.signal);
    context.onInvalidated(page.stop);
    look();
  },
});
