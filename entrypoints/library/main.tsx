import { render } from 'preact';
import { i18n } from '#i18n';
import { Library } from '../../components/library/Library.tsx';
import { createLibrary } from '../../lib/library.ts';
import { localizePage } from '../../lib/localize-page.ts';

localizePage(`${i18n.t('library.title')} · ${i18n.t('appName')}`);
const app = document.getElementById('app');
if (app) render(<Library library={createLibrary(location.search)} />, app);
