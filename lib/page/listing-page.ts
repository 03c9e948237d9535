import type { Ask, Context } from './ask.ts';
import { createDock } from './dock.tsx';
import { followKeys } from './keys.ts';
import { createListing } from './listing.ts';
import { listingKeys } from './listing-keys.ts';
import { createMarks } from './marks.tsx';
import { followOrder } from './order.ts';

/** What is shown on a listing page of the blog. */
export interface ListingPage {
  /** Looks at the page again: cards may have come, gone, or been drawn anew. */
  scan(): void;
  /** Asks the background again. */
  refresh(): Promise<void>;
  /** Lets go of the page; what is on it stays. */
  stop(): void;
}

/** Starts to mark, filter and sort the cards of this page, now and after every `scan`. */
export function startListingPage(context: Context, ask: Ask): ListingPage {
  const listing = createListing(context, ask);
  const marks = createMarks(listing);
  const dock = createDock(listing);
  const stopSorting = followOrder(listing);
  const end = new AbortController();
  const hasKeys = () => listing.hasKeyboard.value && listing.cards.value.length > 0 && !dock.isModal();
  followKeys(listingKeys(listing, dock), hasKeys, end.signal);

  return {
    scan() {
      if (!listing.scan()) marks.draw();
    },
    refresh: listing.refresh,
    stop() {
      end.abort();
      listing.look.cancel();
      stopSorting();
      marks.stop();
      dock.stop();
    },
  };
}
