import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';

const KINDS = {
  caughtUp: ['unread.empty', 'unread.emptyHint'],
  nothingYet: ['unread.nothingYet', 'unread.emptyHint'],
  notFollowed: ['unread.emptyFollowed', undefined],
  saved: ['empty.saved', 'empty.savedHint'],
  begun: ['empty.begun', 'empty.begunHint'],
  archive: ['empty.archive', 'empty.archiveHint'],
  all: ['unread.nothingYet', 'unread.emptyHint'],
  category: ['empty.category', undefined],
  found: ['empty.found', 'empty.foundHint'],
} as const;

interface Props {
  readonly list: ReadingList;
  /** Why there are no posts; `first` until the first check is over. */
  readonly kind: keyof typeof KINDS | 'first';
}

/** What stands in place of the posts when there are none. */
export function EmptyList({ list, kind }: Props) {
  if (kind === 'first') {
    return (
      <div class="waiting">
        <p>{i18n.t('unread.firstCheck')}</p>
        <p class="quiet-text">{i18n.t('unread.firstHint')}</p>
      </div>
    );
  }
  const [text, hint] = KINDS[kind];
  const counts = list.counts.value;
  const hasArchive = counts.state === 'ready' && counts.value.archive > 0;
  return (
    <div class="empty">
      <img src="/icon.svg" alt="" width="64" height="64" />
      <p>{i18n.t(text)}</p>
      {hint && <p class="quiet-text">{i18n.t(hint)}</p>}
      {kind === 'found' && (
        <button type="button" onClick={() => list.searching.type('')}>
          {i18n.t('search.clear')}
        </button>
      )}
      {kind === 'category' && (
        <button type="button" onClick={() => list.choose({ category: '' })}>
          {i18n.t('list.everyCategory')}
        </button>
      )}
      {kind === 'caughtUp' && hasArchive && (
        <button type="button" onClick={() => list.choose({ view: 'archive' })}>
          {i18n.t('empty.seeArchive')}
        </button>
      )}
    </div>
  );
}
