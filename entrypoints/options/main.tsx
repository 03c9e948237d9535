import { render } from 'preact';
import { i18n } from '#i18n';
import { Options } from '../../components/options/Options.tsx';
import { localizePage } from '../../lib/localize-page.ts';
import { createOptions } from '../../lib/options.ts';

localizePage(i18n.t('options.title'));
const app = document.getElementById('app');
if (app) render(<Options options={createOptions()} />, app);
