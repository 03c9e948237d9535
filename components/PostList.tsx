import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PostId } from '../lib/post.ts';
import type { LibraryPost } from '../lib/store/database.ts';
import type { UnreadList } from '../lib/unread-list.ts';
import { PostRow } from './PostRow.tsx';

interface Props {
  readonly list: UnreadList;
  readonly posts: readonly LibraryPost[];
  readonly hasMore: boolean;
}

/** A list of posts. When a row that has the focus goes, the focus moves to the one that takes its place. */
export function PostList({ list, posts, hasMore }: Props) {
  const rows = useRef<HTMLUListElement>(null);
  const leaving = useRef<{ readonly id: PostId; readonly index: number }>(null);

  useLayoutEffect(() => {
    const left = leaving.current;
    if (!left || posts.some(({ id }) => id === left.id)) return;
    leaving.current = null;
    const buttons = rows.current?.querySelectorAll<HTMLElement>('.mark-read');
    buttons?.item(Math.min(left.index, buttons.length - 1))?.focus();
  }, [posts]);

  const onMarkRead = (id: PostId, index: number) => {
    leaving.current = { id, index };
    void list.markRead(id);
  };

  return (
    <>
      <ul class="posts" ref={rows} aria-label={i18n.t('unread.heading')}>
        {posts.map((post, index) => (
          <PostRow key={post.id} post={post} onMarkRead={() => onMarkRead(post.id, index)} />
        ))}
      </ul>
      {hasMore && (
        <button type="button" class="more" onClick={list.showMore}>
          {i18n.t('unread.more')}
        </button>
      )}
    </>
  );
}
