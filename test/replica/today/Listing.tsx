/** @jsxImportSource react */
import { Grid, type LoadMore } from './Grid.tsx';
import { Link } from './Navigation.tsx';
import { StickyPost } from './PostCard.tsx';
import type { PageData } from './page.ts';

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
          {page.categories.map((category) => (
            <li key={category.href}>
              <Link href={category.href}>{category.text}</Link>
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
      {page.cards.length === 0 && <p>No posts found.</p>}
      <Grid first={page} loadMore={loadMore} />
    </main>
  );
}
