import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Failure } from '../lib/errors.ts';
import type { PollState } from '../lib/store/database.ts';
import type { UnreadList, UnreadView } from '../lib/unread-list.ts';
import { CheckFooter } from './CheckFooter.tsx';
import { FailureNote } from './FailureNote.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { PostList } from './PostList.tsx';

/** The popup: the unread posts, newest first. */
export function Popup({ list }: { readonly list: UnreadList }) {
  const view = list.view.value;
  const main = useFallbackFocus<HTMLElement>();
  return (
    <>
      <Header list={list} hasPosts={view.state === 'ready' && view.value.posts.length > 0} />
      <main ref={main} tabIndex={-1}>
        {view.state === 'waiting' && <p class="waiting">{i18n.t('unread.loading')}</p>}
        {view.state === 'failed' && <p class="failure">{i18n.t('failure.library')}</p>}
        {view.state === 'ready' && <Unread list={list} view={view.value} />}
      </main>
      <NoticeBar notice={list.notice.value} onUndo={list.undo} />
      {view.state === 'ready' && (
        <CheckFooter poll={view.value.poll} checking={list.checking.value} onCheck={list.check} />
      )}
    </>
  );
}

/** Takes the focus when what had it is gone: else a keyboard would be back at the top of the page. */
function useFallbackFocus<Target extends HTMLElement>() {
  const target = useRef<Target>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    const onFocus = () => {
      hadFocus.current = true;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) target.current?.focus();
  });
  return target;
}

function Header({ list, hasPosts }: { readonly list: UnreadList; readonly hasPosts: boolean }) {
  const total = list.total.value;
  return (
    <header>
      <img src="/icon.svg" alt="" width="24" height="24" />
      <div>
        <h1>{i18n.t('appName')}</h1>
        <p class="count">{total.state === 'ready' && i18n.t('unread.count', total.value)}</p>
      </div>
      {hasPosts && (
        <button type="button" class="quiet" onClick={list.markAllRead}>
          {i18n.t('mark.allRead')}
        </button>
      )}
    </header>
  );
}

function Unread({ list, view }: { readonly list: UnreadList; readonly view: UnreadView }) {
  const { posts, hasMore, poll } = view;
  const untried = poll.succeededAt === undefined && poll.failedAt === undefined;
  const failure = presentFailure(poll, list.online.value);
  useEffect(() => {
    // The check that follows the installation may have been cut off; where it is under way, this one joins it.
    if (untried) void list.check();
  }, [untried, list]);
  return (
    <>
      {failure && <FailureNote failure={failure} isListKept={posts.length > 0 || poll.succeededAt !== undefined} />}
      {posts.length > 0 ? (
        <PostList list={list} posts={posts} hasMore={hasMore} />
      ) : (
        <Empty kind={untried ? 'first' : poll.succeededAt ? 'caughtUp' : 'nothingYet'} />
      )}
    </>
  );
}

/** What stands in the way now: a check that failed for want of a network says nothing once there is one. */
function presentFailure({ failure }: PollState, online: boolean): Failure | undefined {
  if (!online) return { code: 'offline' };
  return failure?.code === 'offline' ? undefined : failure;
}

function Empty({ kind }: { readonly kind: 'first' | 'caughtUp' | 'nothingYet' }) {
  if (kind === 'first') return <p class="waiting">{i18n.t('unread.firstCheck')}</p>;
  return (
    <div class="empty">
      <img src="/icon.svg" alt="" width="64" height="64" />
      <p>{i18n.t(kind === 'caughtUp' ? 'unread.empty' : 'unread.nothingYet')}</p>
      <p class="quiet-text">{i18n.t('unread.emptyHint')}</p>
    </div>
  );
}
