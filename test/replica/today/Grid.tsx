/** @jsxImportSource react */
import { useContext, useState } from 'react';
import { FrameContext, useArrangement } from './controls.ts';
import { PostCard } from './PostCard.tsx';
import type { CardBatch, CardData } from './page.ts';

/** Fetches the cards that follow those already shown. */
export type LoadMore = (shown: number) => Promise<CardBatch>;

/** The cards of a listing, and the button that appends older ones. */
export function Grid({ first, loadMore }: { first: CardBatch; loadMore: LoadMore }) {
  const [{ cards, more }, setShown] = useState(first);
  const { arranged, keyOf } = useArrangement(cards);
  const frame = useContext(FrameContext);
  const odd = frame % 2 === 1;
  const load = async (): Promise<void> => {
    const next = await loadMore(cards.length);
    setShown({ cards: distinct([...cards, ...next.cards]), more: next.more });
  };
  return (
    <>
      <div className="post-grid" data-frame={frame || undefined}>
        {arranged.map((card) => (
          <PostCard key={keyOf(card)} card={card} odd={odd} />
        ))}
        {odd && <div hidden />}
      </div>
      {more && (
        <button type="button" className="btn-load-more" onClick={() => void load()}>
          Load More
        </button>
      )}
    </>
  );
}

/** A post published meanwhile moves the last card into the next batch. */
function distinct(cards: readonly CardData[]): CardData[] {
  return [...new Map(cards.map((card) => [card.href, card])).values()];
}
