import { i18n } from '#i18n';
import { type CategoryCount, type Filter, pressCategory } from '../../lib/filter.ts';
import type { Listing } from '../../lib/page/listing.ts';
import { Toggle } from '../Toggle.tsx';

interface Props {
  readonly listing: Listing;
  readonly onHelp: () => void;
}

/** All that the reader can choose of what a listing page shows. */
export function FilterPanel({ listing, onHelp }: Props) {
  const filter = listing.filter.value;
  const change = (changes: Partial<Filter>) => listing.choose({ ...filter, ...changes });
  return (
    <div class="panel">
      <input
        type="search"
        value={filter.words}
        placeholder={i18n.t('filter.words')}
        aria-label={i18n.t('filter.words')}
        onInput={({ currentTarget }) => change({ words: currentTarget.value })}
      />
      <fieldset>
        <legend>{i18n.t('filter.categories')}</legend>
        {listing.categories.value.map((category) => (
          <CategoryToggle
            key={category.key}
            category={category}
            onToggle={() => listing.choose(pressCategory(filter, category.name))}
          />
        ))}
      </fieldset>
      <div class="choices">
        <Toggle
          pressed={filter.match === 'all'}
          onToggle={() => change({ match: filter.match === 'all' ? 'any' : 'all' })}
        >
          {i18n.t('filter.matchAll')}
        </Toggle>
        <Toggle pressed={filter.savedOnly} onToggle={() => change({ savedOnly: !filter.savedOnly })}>
          {i18n.t('filter.savedOnly')}
        </Toggle>
        <Toggle
          pressed={filter.sort === 'oldest'}
          onToggle={() => change({ sort: filter.sort === 'oldest' ? 'newest' : 'oldest' })}
        >
          {i18n.t('filter.oldestFirst')}
        </Toggle>
      </div>
      <div class="choices">
        <button type="button" onClick={listing.markShown}>
          {i18n.t('mark.shownRead')}
        </button>
        {listing.hasKeyboard.value && (
          <button type="button" class="plain" onClick={onHelp}>
            {i18n.t('keys.heading')}
          </button>
        )}
      </div>
    </div>
  );
}

interface CategoryProps {
  readonly category: CategoryCount;
  readonly onToggle: () => void;
}

/** Wanted, not wanted, or neither. */
function CategoryToggle({ category: { name, count, choice }, onToggle }: CategoryProps) {
  return (
    <button
      type="button"
      class="toggle"
      aria-pressed={choice === 'excluded' ? 'mixed' : choice === 'included'}
      onClick={onToggle}
    >
      {choice === 'excluded' ? i18n.t('filter.not', [name]) : name} <span class="count">{count}</span>
    </button>
  );
}
