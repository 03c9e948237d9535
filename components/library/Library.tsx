import { i18n } from '#i18n';
import { type Filter, isFiltering } from '../../lib/filter.ts';
import type { LibraryPosts, Library as Model } from '../../lib/library.ts';
import { LibraryFailure } from '../LibraryFailure.tsx';
import { NoticeBar } from '../NoticeBar.tsx';
import { PostRow } from '../PostRow.tsx';
import { useFallbackFocus } from '../use-fallback-focus.ts';

/** The library in a tab: the posts that match the filter it was opened with. */
export function Library({ library }: { readonly library: Model }) {
  const view = library.view.value;
  const filter = library.filter.value;
  const main = useFallbackFocus<HTMLElement>();
  return (
    <>
      <header>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <div>
          <h1>{i18n.t('library.title')}</h1>
          <p class="quiet-text">{isFiltering(filter) && filterText(filter)}</p>
        </div>
        {isFiltering(filter) && (
          <button type="button" onClick={library.showAll}>
            {i18n.t('library.showAll')}
          </button>
        )}
      </header>
      <main ref={main} tabIndex={-1}>
        {view.state === 'waiting' && <p class="waiting">{i18n.t('unread.loading')}</p>}
        {view.state === 'failed' && <LibraryFailure error={view.error} health={undefined} />}
        {view.state === 'ready' && <Posts library={library} posts={view.value.posts} count={view.value.count} />}
      </main>
      <NoticeBar notice={library.notice.value} onUndo={library.undo} />
    </>
  );
}

interface PostsProps {
  readonly library: Model;
  readonly posts: LibraryPosts['posts'];
  readonly count: number;
}

function Posts({ library, posts, count }: PostsProps) {
  return (
    <>
      <p role="status">{i18n.t('library.matches', count)}</p>
      <ul class="posts" aria-label={i18n.t('library.title')}>
        {posts.map((post) => (
          <PostRow
            key={post.id}
            post={post}
            state={i18n.t(`reading.${post.reading}`)}
            onOpen={(inFront) => library.open(post, inFront)}
            {...(post.reading === 'unread' && { onMarkRead: () => library.markRead(post.id) })}
          />
        ))}
      </ul>
      {posts.length < count && (
        <button type="button" class="more" onClick={library.showMore}>
          {i18n.t('unread.more')}
        </button>
      )}
    </>
  );
}

function filterText({ included, excluded, match, unreadOnly, savedOnly, words }: Filter): string {
  const parts = [
    included.join(i18n.t(match === 'all' ? 'library.and' : 'library.or')),
    ...excluded.map((name) => i18n.t('filter.not', [name])),
    unreadOnly ? i18n.t('filter.unreadOnly') : '',
    savedOnly ? i18n.t('filter.savedOnly') : '',
    words.trim() ? i18n.t('library.words', [words.trim()]) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
