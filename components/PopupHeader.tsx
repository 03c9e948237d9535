import { i18n } from '#i18n';
import type { UnreadList } from '../lib/unread-list.ts';

interface Props {
  readonly list: UnreadList;
  readonly hasPosts: boolean;
}

/** The name, how many posts are unread, and the button that marks them all. */
export function PopupHeader({ list, hasPosts }: Props) {
  const total = list.total.value;
  return (
    <header>
      <img src="/icon.svg" alt="" width="24" height="24" />
      <div>
        <h1>{i18n.t('appName')}</h1>
        <p class="count">{total.state === 'ready' && i18n.t('unread.count', total.value)}</p>
      </div>
      {hasPosts && (
        <button type="button" onClick={list.markAllRead}>
          {i18n.t('mark.allRead')}
        </button>
      )}
    </header>
  );
}
