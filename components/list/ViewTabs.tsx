import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { numberText } from '../../lib/number-text.ts';
import { VIEWS } from '../../lib/store/lists.ts';

/** Chooses the view, and says how many posts each has. */
export function ViewTabs({ list }: { readonly list: ReadingList }) {
  const counts = list.counts.value;
  const isSearching = list.searching.found.value !== undefined;
  return (
    <nav class="views" aria-label={i18n.t('views.name')}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={!isSearching && list.choice.value.view === view ? 'true' : undefined}
          onClick={() => list.choose({ view })}
        >
          {i18n.t(`views.${view}`)}{' '}
          <span class="number">
            {counts.state === 'ready' && counts.value[view] > 0 && numberText(counts.value[view])}
          </span>
        </button>
      ))}
    </nav>
  );
}
