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

/** Which control takes the focus once the rows have changed. */
type Next =
  | { readonly kind: 'mark'; readonly instead: PostId; readonly index: number }
  | { readonly kind: 'link'; readonly index: number };

/** A list of posts. When the row or button that has the focus goes, the focus moves to what takes its place. */
export function PostList({ list, posts, hasMore }: Props) {
  const rows = useRef<HTMLUListElement>(null);
  const next = useRef<Next>(null);

  useLayoutEffect(() => {
    const pending = next.current;
    if (!pending || (pending.kind === 'mark' && posts.some(({ id }) => id === pending.instead))) return;
    next.current = null;
    const controls = rows.current?.querySelectorAll<HTMLElement>(pending.kind === 'mark' ? '.mark-read' : 'h2 a');
    controls?.item(Math.min(pending.index, controls.length - 1))?.focus();
  }, [posts]);

  const onMarkRead = (instead: PostId, index: number) => {
    next.current = { kind: 'mark', instead, index };
    void list.markRead(instead);
  };
  const onOpen = async (post: LibraryPost, inFront: boolean) => {
    await list.open(post, inFront);
    if (inFront) window.close();
  };
  const onShowMore = () => {
    next.current = { kind: 'link', index: posts.length };
    list.showMore();
  };

  return (
    <>
      <ul class="posts" ref={rows} aria-label={i18n.t('unread.heading')}>
        {posts.map((post, index) => (
          <PostRow
            key={post.id}
            post={post}
            onOpen={(inFront) => onOpen(post, inFront)}
            onMarkRead={() => onMarkRead(post.id, index)}
          />
        ))}
      </ul>
      {hasMore && (
        <button type="button" class="more" onClick={onShowMore}>
          {i18n.t('unread.more')}
        </button>
      )}
    </>
  );
}
