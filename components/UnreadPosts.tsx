import { useEffect } from 'preact/hooks';
import type { Health } from '../lib/health.ts';
import type { UnreadList, UnreadView } from '../lib/unread-list.ts';
import { type EmptyKind, EmptyList } from './EmptyList.tsx';
import { MutedPosts } from './MutedPosts.tsx';
import { OlderPosts } from './OlderPosts.tsx';
import { PostList } from './PostList.tsx';

interface Props {
  readonly list: UnreadList;
  readonly view: UnreadView;
  readonly onOptions: () => void;
}

/** The unread posts, or why there are none, and what there is beside them. */
export function UnreadPosts({ list, view: { posts, hasMore, backfill, isFilled }, onOptions }: Props) {
  const health = list.checking.health.value;
  const counts = list.counts.value;
  const muted = counts.state === 'ready' ? counts.value.muted : 0;
  const isLost = health?.succeededAt !== undefined && !isFilled;
  const untried = health !== undefined && (health.checkedAt === undefined || isLost);
  useEffect(() => {
    // The check that follows the installation may have been cut off, or the browser has lost what it brought.
    if (untried) void list.checking.checkFirst();
  }, [untried, list]);
  return (
    <>
      {(posts.length > 0 || health?.succeededAt !== undefined) && (
        <OlderPosts
          list={list}
          backfill={backfill}
          isReachable={health?.failingSince === undefined && list.checking.online.value}
          onOptions={onOptions}
        />
      )}
      {posts.length > 0 ? (
        <PostList list={list} posts={posts} hasMore={hasMore} />
      ) : (
        health && <EmptyList kind={emptyKind(health, untried, muted)} />
      )}
      {muted > 0 && <MutedPosts count={muted} onOptions={onOptions} />}
    </>
  );
}

function emptyKind({ succeededAt }: Health, untried: boolean, muted: number): EmptyKind {
  if (untried) return 'first';
  if (muted > 0) return 'notFollowed';
  return succeededAt ? 'caughtUp' : 'nothingYet';
}
