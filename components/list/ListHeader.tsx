import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { canOpenSidePanel } from '../../lib/side-panel.ts';
import { IconButton } from './IconButton.tsx';

/** The name, and the ways to the other frames and to the options. */
export function ListHeader({ list }: { readonly list: ReadingList }) {
  const leaving = (open: () => Promise<void>) => async () => {
    await open();
    if (list.frame === 'popup') window.close();
  };
  return (
    <header>
      <img src="/icon.svg" alt="" width="24" height="24" />
      <h1>{i18n.t(list.frame === 'library' ? 'library.title' : 'appName')}</h1>
      {list.frame === 'popup' && canOpenSidePanel() && (
        <IconButton icon="panel" name={i18n.t('frames.sidePanel')} onPress={leaving(list.openSidePanel)} />
      )}
      {list.frame !== 'library' && (
        <IconButton icon="library" name={i18n.t('frames.library')} onPress={leaving(list.openLibrary)} />
      )}
      <IconButton icon="gear" name={i18n.t('options.open')} onPress={leaving(list.openOptions)} />
    </header>
  );
}
