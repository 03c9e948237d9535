import Dexie, { RangeSet } from 'dexie';
import type { PostId } from '../post.ts';
import { db } from './database.ts';

/** Of more posts it is not worth while to know which they are. */
const MOST = 50;

/** Which posts have changed, in any context. */
export interface ChangeLog {
  /** How many changes there were until now. */
  readonly count: number;
  /** The posts that have changed since there were so many changes; undefined if it is not known, or they are too many. */
  since(count: number): ReadonlySet<PostId> | undefined;
}

/** Notes from now on which posts change. */
export function logChangedPosts(): ChangeLog {
  let last: PostId[] = [];
  let count = 0;
  Dexie.on('storagemutated', (parts) => {
    const ranges = parts[`idb://${db.name}/${db.posts.name}/`];
    // After a page was kept aside for going back to it, all may have changed.
    if (parts['all']) note(undefined);
    for (const { from, to } of ranges ? RangeSet(ranges) : []) note(from === to ? (from as PostId) : undefined);
  });
  const note = (id: PostId | undefined) => {
    count += 1;
    last = id === undefined ? [] : [...last, id].slice(-MOST);
  };
  return {
    get count() {
      return count;
    },
    since(before) {
      const missed = count - before;
      return missed <= last.length ? new Set(last.slice(last.length - missed)) : undefined;
    },
  };
}
