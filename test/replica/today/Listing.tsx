/** @jsxImportSource react */
import { useState } from 'react';
import { Link } from './Navigation.tsx';
import { PostCard, StickyPost } from './PostCard.tsx';
import type { CardBatch, CardData, PageData } from './page.ts';

/** Fetches the cards that follow those already shown. */
export type LoadMore = (shown: number) => Promise<CardBatch>;

type HomeData = Extract<PageData, { kind: 'home' }>;
type ListingData = Extract<PageData, { kind: 'listing' }>;

export function Home({ page, loadMore }: { page: HomeData; loadMore: LoadMore }) {
  return (
    <main className="home">
      <div className="hero">
        <h1>Engineering</h1>
        <p>
          Read about the magic behind the music &amp; more. <br />
          Welcome to our official technology blog.
        </p>
      </div>
      <StickyPost card={page.featured} />
      <details className="categories">
        <summary>All categories</summary>
        <ul>
          {page.tags.map((tag) => (
            <li key={tag.href}>
              <Link href={tag.href}>{tag.text}</Link>
            </li>
          ))}
        </ul>
      </details>
      <Grid first={page} loadMore={loadMore} />
    </main>
  );
}

export function Listing({ page, loadMore }: { page: ListingData; loadMore: LoadMore }) {
  return (
    <main className="archive">
      <h1>{page.heading}</h1>
      <Grid first={page} loadMore={loadMore} />
    </main>
  );
}

function Grid({ first, loadMore }: { first: CardBatch; loadMore: LoadMore }) {
  const [{ cards, more }, setShown] = useState(first);
  const load = async (): Promise<void> => {
    const next = await loadMore(cards.length);
    setShown({ cards: distinct([...cards, ...next.cards]), more: next.more });
  };
  return (
    <>
      <div className="post-grid">
        {cards.map((card) => (
          <PostCard key={card.href} card={card} />
        ))}
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
