import { render } from 'preact';
import { i18n } from '#i18n';
import { Reader } from '../../components/reader/Reader.tsx';
import { localizePage } from '../../lib/localize-page.ts';
import { askedPost } from '../../lib/reader/address.ts';
import { followLook } from '../../lib/reader/live-look.ts';
import { createReader } from '../../lib/reader/reader.ts';

const looks = followLook(document.documentElement);
const reader = createReader(askedPost(location.search), looks);
localizePage(i18n.t('appName'));
// The reader itself goes to the place where it was left.
history.scrollRestoration = 'manual';
const app = document.getElementById('app');
if (app) render(<Reader reader={reader} />, app);
