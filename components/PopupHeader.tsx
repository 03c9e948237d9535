import { i18n } from '#i18n';
import type { UnreadList } from '../lib/unread-list.ts';
import { OptionsButton } from './OptionsButton.tsx';

interface Props {
  readonly list: UnreadList;
  readonly hasPosts: boolean;
  readonly onOptions: () => void;
}

/** The name, how many posts are unread, and the buttons that mark them all and lead to the options. */
export function PopupHeader({ list, hasPosts, onOptions }: Props) {
  const counts = list.counts.value;
  return (
    <header>
      <img src="/icon.svg" alt="" width="24" height="24" />
      <div>
        <h1>{i18n.t('appName')}</h1>
        <p class="count">{counts.state === 'ready' && i18n.t('unread.count', counts.value.followed)}</p>
      </div>
      {hasPosts && (
        <button type="button" onClick={list.markAllRead}>
          {i18n.t('mark.allRead')}
        </button>
      )}
      <OptionsButton onOptions={onOptions} />
    </header>
  );
}
