import type { ComponentProps } from 'preact';
import { render } from 'preact';
import filterBarCss from '../../components/FilterBar.css?inline';
import { FilterBar } from '../../components/FilterBar.tsx';
import tokensCss from '../../components/tokens.css?inline';
import type { Card } from '../parse/listing.ts';
import { FILTER } from './footprint.ts';
import { createShadowHost, rootOf } from './shadow.ts';

/** Keeps the filter bar above the cards, wherever the page moves them. */
export class FilterHost {
  readonly #host = createShadowHost(FILTER, [tokensCss, filterBarCss]);

  draw(cards: readonly Card[], props: ComponentProps<typeof FilterBar>): void {
    const place = placeAbove(cards.map(({ element }) => element));
    if (place) {
      if (this.#host.nextSibling !== place) place.before(this.#host);
      render(<FilterBar {...props} />, rootOf(this.#host));
    } else this.erase();
  }

  erase(): void {
    render(null, rootOf(this.#host));
    this.#host.remove();
  }
}

/** The element before which something stands above all the cards: next to the outermost box around the first of them. */
function placeAbove([first, ...others]: readonly Element[]): Element | undefined {
  let place = first;
  const holdsAll = (box: Element) => others.every((card) => box.contains(card));
  while (place?.parentElement && (!holdsAll(place.parentElement) || place.parentElement.matches('ul, ol'))) {
    place = place.parentElement;
  }
  return place;
}
