import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { numberText } from '../../lib/number-text.ts';

/** Chooses the category, beside the list. */
export function CategoryColumn({ list }: { readonly list: ReadingList }) {
  const categories = list.categories.value;
  useEffect(() => list.readCategories(), [list]);
  if (categories.state !== 'ready' || categories.value.length === 0) return null;
  const counts = list.categoryCounts?.value;
  // What is found may be of any.
  const isSearching = list.searching.found.value !== undefined;
  const choice = (key: string, name: string, count: number | undefined) => (
    <button
      key={key}
      type="button"
      aria-current={!isSearching && list.choice.value.category === key ? 'true' : undefined}
      onClick={() => list.choose({ category: key })}
    >
      {name} <span class="number">{count !== undefined && numberText(count)}</span>
    </button>
  );
  return (
    <nav class="views categories" aria-labelledby="categories">
      <h2 id="categories">{i18n.t('list.category')}</h2>
      {choice('', i18n.t('list.everyCategory'), undefined)}
      {categories.value.map(({ key, name }) => choice(key, name, counts?.get(key)))}
    </nav>
  );
}
