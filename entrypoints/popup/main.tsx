import { render } from 'preact';
import { i18n } from '#i18n';
import { Popup } from '../../components/Popup.tsx';
import { localizePage } from '../../lib/localize-page.ts';
import { createUnreadList } from '../../lib/unread-list.ts';

localizePage(i18n.t('appName'));
const app = document.getElementById('app');
if (app) render(<Popup list={createUnreadList()} />, app);
