import { render } from 'preact';
import { i18n } from '#i18n';
import { ReadingList } from '../../components/list/ReadingList.tsx';
import { createReadingList } from '../../lib/list/reading-list.ts';
import { localizePage } from '../../lib/localize-page.ts';

localizePage(`${i18n.t('library.title')} · ${i18n.t('appName')}`);
const asked = new URLSearchParams(location.search);
const app = document.getElementById('app');
if (app)
  render(
    <ReadingList
      list={createReadingList('library', { text: asked.get('q') ?? '', isOldestFirst: asked.get('sort') === 'oldest' })}
    />,
    app,
  );
