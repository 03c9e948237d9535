import { isFiltering, NO_FILTER } from '../filter.ts';
import type { Card } from '../parse/card.ts';
import type { PostState } from '../post.ts';
import { currentCard, linkOf, moveCard } from './current-card.ts';
import type { Dock } from './dock.tsx';
import type { Keys } from './keys.ts';
import type { Listing } from './listing.ts';

/** What single keys do on a listing page. */
export function listingKeys(listing: Listing, dock: Dock): Keys {
  const { cards, states, filter } = listing;
  const onCurrent = (work: (card: Card, state: PostState | undefined) => void) => () => {
    const card = currentCard(cards.value);
    if (card) work(card, states.value.get(card.id));
    return card !== undefined;
  };
  const clear = () => {
    if (dock.close()) return true;
    if (!isFiltering(filter.value)) return false;
    listing.choose({ ...NO_FILTER, sort: filter.value.sort });
    return true;
  };
  return {
    j: () => moveCard(cards.value, 1),
    k: () => moveCard(cards.value, -1),
    o: onCurrent((card) => linkOf(card)?.click()),
    m: onCurrent(({ id }, state) => void listing.mark([id], state?.reading === 'read' ? 'unread' : 'read')),
    s: onCurrent(({ id }, state) => void listing.mark([id], state?.bookmarked ? 'unsaved' : 'saved')),
    u: () => void listing.undo(),
    '/': () => dock.goTo('words'),
    f: () => dock.goTo('categories'),
    '?': dock.help,
    Escape: clear,
  };
}
