import { i18n } from '#i18n';
import type { UnreadList } from '../lib/unread-list.ts';
import { CheckFooter } from './CheckFooter.tsx';
import { CheckNotes } from './CheckNotes.tsx';
import { LibraryFailure } from './LibraryFailure.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { UnreadPosts } from './UnreadPosts.tsx';
import { useFallbackFocus } from './use-fallback-focus.ts';

/** The popup: the unread posts, newest first. What stands in the way is said above them, wherever they are scrolled to. */
export function Popup({ list }: { readonly list: UnreadList }) {
  const live = list.view.value;
  const hasPosts = live.state === 'ready' && live.value.posts.length > 0;
  const main = useFallbackFocus<HTMLElement>();
  const onOptions = async () => {
    await list.openOptions();
    window.close();
  };
  // Whatever is drawn before the posts holds them up.
  if (live.state === 'waiting') {
    return (
      <main>
        <p class="waiting">{i18n.t('unread.loading')}</p>
      </main>
    );
  }
  return (
    <>
      <PopupHeader list={list} hasPosts={hasPosts} onOptions={onOptions} />
      <aside aria-label={i18n.t('check.notes')}>
        {live.state === 'ready' && <CheckNotes checking={list.checking} hasPosts={hasPosts} />}
      </aside>
      <main ref={main} tabIndex={-1}>
        {live.state === 'failed' && <LibraryFailure error={live.error} health={list.checking.health.value} />}
        {live.state === 'ready' && <UnreadPosts list={list} view={live.value} onOptions={onOptions} />}
      </main>
      <NoticeBar notice={list.notice.value} onUndo={list.undo} />
      <CheckFooter checking={list.checking} />
    </>
  );
}
