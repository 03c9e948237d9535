/** @jsxImportSource react */
import type { ReactNode } from 'react';
import { Link } from './Navigation.tsx';
import { SearchForm } from './SearchForm.tsx';

/** The header and footer around every page. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="site">
      <Header />
      {children}
      <Newsletter />
      <Footer />
    </div>
  );
}

function Header() {
  return (
    <header className="header">
      <div className="header__inside">
        <Link href="/" className="header__logo">
          Engineering
        </Link>
        <nav className="header__nav" aria-label="Main">
          <Link href="/">Blog</Link>
          <a href="https://research.atspotify.com/">Research</a>
          <a href="https://www.lifeatspotify.com/">Jobs</a>
          <a href="/feed">RSS</a>
        </nav>
        <SearchForm />
      </div>
    </header>
  );
}

function Newsletter() {
  return (
    <section className="newsletter">
      <div>
        <h2>Sign up for engineering updates</h2>
        <p>A short letter whenever there is something to read. You can leave at any time.</p>
      </div>
      <form action="/newsletter">
        <input type="email" name="email" placeholder="Your email" aria-label="Your email" />
        <button type="submit">Sign up</button>
      </form>
    </section>
  );
}

function Footer() {
  return (
    <footer className="footer">
      <span>Engineering</span>
      <nav aria-label="Footer">
        <a href="https://www.spotify.com/legal/">Legal</a>
        <a href="https://www.spotify.com/privacy/">Privacy</a>
        <a href="https://www.spotify.com/cookies/">Cookies</a>
      </nav>
    </footer>
  );
}
