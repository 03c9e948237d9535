import { i18n } from '#i18n';

interface Props {
  /** Before the first check has ended, after it has worked, or while none has. */
  readonly kind: 'first' | 'caughtUp' | 'nothingYet';
}

/** What stands in place of the posts when there are none. */
export function EmptyList({ kind }: Props) {
  if (kind === 'first') return <p class="waiting">{i18n.t('unread.firstCheck')}</p>;
  return (
    <div class="empty">
      <img src="/icon.svg" alt="" width="64" height="64" />
      <p>{i18n.t(kind === 'caughtUp' ? 'unread.empty' : 'unread.nothingYet')}</p>
      <p class="quiet-text">{i18n.t('unread.emptyHint')}</p>
    </div>
  );
}
