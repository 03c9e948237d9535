import { render } from 'preact';
import { i18n } from '#i18n';
import { ReadingList } from '../../components/list/ReadingList.tsx';
import { createReadingList } from '../../lib/list/reading-list.ts';
import { localizePage } from '../../lib/localize-page.ts';

localizePage(i18n.t('appName'));
const app = document.getElementById('app');
if (app) render(<ReadingList list={createReadingList('sidepanel')} />, app);
