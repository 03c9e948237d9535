import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { titleOf } from '../../lib/post.ts';
import type { Reader as Model } from '../../lib/reader/reader.ts';
import { followReaderKeys } from '../../lib/reader/reader-keys.ts';
import type { SavedPost } from '../../lib/store/read-copies.ts';
import { lazy } from '../lazy.tsx';
import { NoticeBar } from '../NoticeBar.tsx';
import { useLate } from '../use-late.ts';
import { focusContents } from './Contents.tsx';
import { NotePopup } from './NotePopup.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import { SavedArticle } from './SavedArticle.tsx';

const NoCopy = lazy(() => import('./NoCopy.tsx').then(({ NoCopy }) => NoCopy));
const NoLibrary = lazy(() => import('./NoLibrary.tsx').then(({ NoLibrary }) => NoLibrary));
const ReaderKeys = lazy(() => import('./ReaderKeys.tsx').then(({ ReaderKeys }) => ReaderKeys));
const Zoom = lazy(() => import('./Zoom.tsx').then(({ Zoom }) => Zoom));

/** The reader page: a saved post, or why there is none to be seen. */
export function Reader({ reader }: { readonly reader: Model }) {
  const [hasHelp, setHelp] = useState(false);
  const contents = useRef<HTMLButtonElement>(null);
  const look = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const end = new AbortController();
    const page = {
      toggleContents: () => {
        if (contents.current?.checkVisibility()) contents.current.click();
        else focusContents(document.querySelector('.page > .contents'));
      },
      toggleLook: () => look.current?.click(),
      help: () => setHelp(true),
    };
    followReaderKeys(reader, page, end.signal);
    return () => end.abort();
  }, [reader]);
  const saved = reader.saved.value;
  const post = saved.state === 'ready' ? saved.value : undefined;
  useTitle(post);
  const isLate = useLate();
  if (saved.state === 'waiting' && reader.id !== undefined)
    return isLate ? <main class="state">{i18n.t('reader.loading')}</main> : null;
  const { copy, html } = post ?? {};
  return (
    <>
      {html !== undefined && <SkipLink />}
      <ReaderBar reader={reader} post={post} contents={contents} look={look} onHelp={() => setHelp(true)} />
      {post && copy && html !== undefined ? (
        <SavedArticle reader={reader} post={post} copy={copy} html={html} />
      ) : (
        <main class="state">
          {saved.state === 'failed' ? <NoLibrary error={saved.error} /> : <NoCopy reader={reader} post={post} />}
        </main>
      )}
      <footer class="told">
        <p role="status" class="unseen">
          {reader.told.value && i18n.t('reader.codeCopied')}
        </p>
        <NoticeBar notice={reader.notice.value} onUndo={reader.undo} onDismiss={reader.dismiss} />
      </footer>
      <NotePopup reader={reader} />
      {reader.zoomed.value && <Zoom picture={reader.zoomed.value} onClose={() => reader.zoom(undefined)} />}
      {hasHelp && <ReaderKeys onClose={() => setHelp(false)} />}
    </>
  );
}

/** Leads a keyboard past the bar and the contents; the address stays. */
function SkipLink() {
  const skip = (event: Event) => {
    event.preventDefault();
    document.getElementById('text')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page
    <a class="skip" href="#text" onClick={skip}>
      {i18n.t('reader.skip')}
    </a>
  );
}

function useTitle(saved: SavedPost | undefined): void {
  const post = saved?.copy ?? saved?.post;
  useEffect(() => {
    if (post) document.title = `${titleOf(post)} · ${i18n.t('appName')}`;
  }, [post]);
}
