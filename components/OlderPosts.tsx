import { i18n } from '#i18n';
import type { LibraryFacts, ReadingList } from '../lib/list/reading-list.ts';
import type { Backfill } from '../lib/store/database.ts';
import { lazy } from './lazy.tsx';
import { OlderPostsOffer } from './OlderPostsOffer.tsx';

const BackfillProgress = lazy(() => import('./BackfillProgress.tsx').then(({ BackfillProgress }) => BackfillProgress));

interface Props {
  readonly list: ReadingList;
  readonly backfill: Backfill | undefined;
  readonly onOptions: () => void;
}

/** Whether the reader may still be asked: not where something is looked for, kept or gone on with, and not in vain. */
export function isOlderOffered({ choice, searching, checking }: ReadingList, { backfill }: LibraryFacts): boolean {
  const { view } = choice.value;
  const isReachable = checking.health.value?.failingSince === undefined && checking.online.value;
  return !backfill && !searching.found.value && view !== 'saved' && view !== 'begun' && isReachable;
}

/** What the popup says of the back catalogue: the offer to fetch it, until that is answered, then how far that has come. */
export function OlderPosts({ list, backfill, onOptions }: Props) {
  if (!backfill) return <OlderPostsOffer onAccept={list.fetchOlder} onDecline={() => list.endOlder('declined')} />;
  if (backfill.status === 'running') {
    const online = list.checking.online.value;
    return (
      <div class="card">
        <BackfillProgress backfill={backfill} online={online} onCancel={() => list.endOlder('cancelled')} />
      </div>
    );
  }
  if (backfill.status !== 'failed') return null;
  return (
    <p class="aside">
      {i18n.t('older.incomplete')}{' '}
      <button type="button" class="link" onClick={onOptions}>
        {i18n.t('older.why')}
      </button>
    </p>
  );
}
