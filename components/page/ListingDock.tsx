import { i18n } from '#i18n';
import { isFiltering, NO_FILTER } from '../../lib/filter.ts';
import type { Listing } from '../../lib/page/listing.ts';
import { Toggle } from '../Toggle.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { LookFurther } from './LookFurther.tsx';
import { NoticeLine } from './NoticeLine.tsx';

interface Props {
  readonly listing: Listing;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onHelp: () => void;
}

/** What floats above a listing page: how many posts are shown, the filter, and what was done last. */
export function ListingDock({ listing, isOpen, onToggle, onHelp }: Props) {
  const filter = listing.filter.value;
  const filtering = isFiltering(filter);
  return (
    <section class="dock" tabIndex={-1} aria-label={i18n.t('filter.heading')}>
      <NoticeLine notice={listing.notice.value} onUndo={listing.undo} />
      {isOpen && <FilterPanel listing={listing} onHelp={onHelp} />}
      {filtering && <LookFurther listing={listing} />}
      <div class="bar">
        <button type="button" class="open" aria-expanded={isOpen} onClick={onToggle}>
          {i18n.t('filter.open')}
        </button>
        <Toggle
          pressed={filter.unreadOnly}
          onToggle={() => listing.choose({ ...filter, unreadOnly: !filter.unreadOnly })}
        >
          {i18n.t('filter.unreadOnly')}
        </Toggle>
        <p role="status">{statusText(listing, filtering)}</p>
        {filtering && (
          <button type="button" class="plain" onClick={() => listing.choose({ ...NO_FILTER, sort: filter.sort })}>
            {i18n.t('filter.clear')}
          </button>
        )}
      </div>
    </section>
  );
}

function statusText({ counts }: Listing, filtering: boolean): string {
  const { shown, total, unread } = counts.value;
  if (!filtering) return `${i18n.t('filter.all', total)}, ${i18n.t('filter.unread', [String(unread)])}`;
  return shown === 0 ? i18n.t('filter.none') : i18n.t('filter.shown', [String(shown), String(total)]);
}
