/** @jsxImportSource react */
import { type SubmitEvent, useContext } from 'react';
import { NavigationContext } from './Navigation.tsx';

/** The search in the header. Before React has taken the page over, the browser loads the results. */
export function SearchForm() {
  const navigate = useContext(NavigationContext);
  const search = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get('q');
    navigate(`/search?${new URLSearchParams({ q: String(words ?? '') })}`);
  };
  return (
    <search className="header__search">
      <form action="/search" onSubmit={search}>
        <input type="search" name="q" placeholder="Search" aria-label="Search" />
      </form>
    </search>
  );
}
