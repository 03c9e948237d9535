import { i18n } from '#i18n';
import type { Backfill } from '../lib/store/database.ts';
import type { UnreadList } from '../lib/unread-list.ts';
import { BackfillProgress } from './BackfillProgress.tsx';
import { OlderPostsOffer } from './OlderPostsOffer.tsx';

interface Props {
  readonly list: UnreadList;
  readonly backfill: Backfill | undefined;
  /** Whether the blog can be read, as far as it is known. */
  readonly isReachable: boolean;
  readonly onOptions: () => void;
}

/** What the popup says of the back catalogue: the offer to fetch it, until that is answered, then how far that has come. */
export function OlderPosts({ list, backfill, isReachable, onOptions }: Props) {
  if (!backfill) {
    if (!isReachable) return null;
    return <OlderPostsOffer onAccept={list.fetchOlder} onDecline={() => list.endOlder('declined')} />;
  }
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
