import { i18n } from '#i18n';

/** Before the first check has ended, after it has worked, while none has, or if nothing unread is followed. */
export type EmptyKind = 'first' | 'caughtUp' | 'nothingYet' | 'notFollowed';

interface Props {
  readonly kind: EmptyKind;
}

const TEXTS = {
  caughtUp: 'unread.empty',
  nothingYet: 'unread.nothingYet',
  notFollowed: 'unread.emptyFollowed',
} as const;

/** What stands in place of the posts when there are none. */
export function EmptyList({ kind }: Props) {
  if (kind === 'first') return <p class="waiting">{i18n.t('unread.firstCheck')}</p>;
  return (
    <div class="empty">
      <img src="/icon.svg" alt="" width="64" height="64" />
      <p>{i18n.t(TEXTS[kind])}</p>
      {kind !== 'notFollowed' && <p class="quiet-text">{i18n.t('unread.emptyHint')}</p>}
    </div>
  );
}
