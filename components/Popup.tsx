import { i18n } from '#i18n';
import type { UnreadList } from '../lib/unread-list.ts';
import { CheckFooter } from './CheckFooter.tsx';
import { FailureNote } from './FailureNote.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { UnreadPosts } from './UnreadPosts.tsx';
import { useFallbackFocus } from './use-fallback-focus.ts';

/** The popup: the unread posts, newest first. What stands in the way is said above them, wherever they are scrolled to. */
export function Popup({ list }: { readonly list: UnreadList }) {
  const live = list.view.value;
  const view = live.state === 'ready' ? live.value : undefined;
  const hasPosts = view !== undefined && view.posts.length > 0;
  const isListKept = hasPosts || view?.poll.succeededAt !== undefined;
  const main = useFallbackFocus<HTMLElement>();
  return (
    <>
      <PopupHeader list={list} hasPosts={hasPosts} />
      {view && <FailureNote poll={view.poll} online={list.online.value} isListKept={isListKept} />}
      <main ref={main} tabIndex={-1}>
        {live.state === 'waiting' && <p class="waiting">{i18n.t('unread.loading')}</p>}
        {live.state === 'failed' && <p class="failure">{i18n.t('failure.library')}</p>}
        {view && <UnreadPosts list={list} view={view} />}
      </main>
      <NoticeBar notice={list.notice.value} onUndo={list.undo} />
      {view && <CheckFooter poll={view.poll} checking={list.checking.value} onCheck={list.check} />}
    </>
  );
}
