import { i18n } from '#i18n';
import { causeText } from '../lib/cause-text.ts';
import type { Failure } from '../lib/errors.ts';
import type { CategoryCount, Filter } from '../lib/filter.ts';
import { Toggle } from './Toggle.tsx';

interface Props {
  readonly categories: readonly CategoryCount[];
  readonly chosen: Filter['categories'];
  readonly unreadOnly: boolean;
  /** How many posts the page shows, and how many it would show without the filter. */
  readonly shown: number;
  readonly total: number;
  readonly filtering: boolean;
  /** Why the last thing asked of the library did not work. */
  readonly failure: Failure | 'unknown' | undefined;
  readonly onToggleCategory: (name: string) => void;
  readonly onToggleUnread: () => void;
  readonly onClear: () => void;
}

/** The filter above the cards of a listing page. */
export function FilterBar(props: Props) {
  const { categories, chosen, unreadOnly, filtering, failure, onToggleCategory, onToggleUnread, onClear } = props;
  return (
    <section class="filter" aria-label={i18n.t('filter.heading')}>
      <div class="toggles">
        <Toggle pressed={unreadOnly} onToggle={onToggleUnread}>
          {i18n.t('filter.unreadOnly')}
        </Toggle>
        <fieldset aria-label={i18n.t('filter.categories')}>
          {categories.map(({ key, name, count }) => (
            <Toggle key={key} pressed={chosen.has(key)} onToggle={() => onToggleCategory(name)}>
              {name} <span class="count">{count}</span>
            </Toggle>
          ))}
        </fieldset>
      </div>
      <div class="foot">
        <p role="status">{statusText(props)}</p>
        <button type="button" class="clear" aria-disabled={!filtering} onClick={onClear}>
          {i18n.t('filter.clear')}
        </button>
      </div>
      {failure && (
        <p class="failure" role="alert">
          {failure === 'unknown' ? i18n.t('failure.action') : causeText(failure)}
        </p>
      )}
    </section>
  );
}

function statusText({ shown, total, filtering }: Props): string {
  if (!filtering) return i18n.t('filter.all', total);
  return shown === 0 ? i18n.t('filter.none') : i18n.t('filter.shown', [String(shown), String(total)]);
}
