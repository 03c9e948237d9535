import { render } from 'preact';
import { i18n } from '#i18n';
import { isFrame } from '../../lib/list/list-choice.ts';
import { createReadingList } from '../../lib/list/reading-list.ts';
import { localizePage } from '../../lib/localize-page.ts';
import { ReadingList } from './ReadingList.tsx';

/** Says in which frame the reading list is shown. Pages without it, such as the options, load this file for what else is in it. */
const app = document.querySelector<HTMLElement>('[data-frame]');
const frame = app?.dataset['frame'];
if (app && isFrame(frame)) {
  const name = i18n.t('appName');
  localizePage(frame === 'library' ? `${i18n.t('library.title')} · ${name}` : name);
  const asked = new URLSearchParams(location.search);
  const searched = { text: asked.get('q') ?? '', isOldestFirst: asked.get('sort') === 'oldest' };
  render(<ReadingList list={createReadingList(frame, searched)} />, app);
}
