import { useEffect } from 'preact/hooks';
import type { UnreadList, UnreadView } from '../lib/unread-list.ts';
import { EmptyList } from './EmptyList.tsx';
import { PostList } from './PostList.tsx';

interface Props {
  readonly list: UnreadList;
  readonly view: UnreadView;
}

/** The unread posts, or why there are none. */
export function UnreadPosts({ list, view: { posts, hasMore, poll } }: Props) {
  const untried = poll.succeededAt === undefined && poll.failedAt === undefined;
  useEffect(() => {
    // The check that follows the installation may have been cut off; where it is under way, this one joins it.
    if (untried) void list.check();
  }, [untried, list]);
  if (posts.length > 0) return <PostList list={list} posts={posts} hasMore={hasMore} />;
  return <EmptyList kind={untried ? 'first' : poll.succeededAt ? 'caughtUp' : 'nothingYet'} />;
}
