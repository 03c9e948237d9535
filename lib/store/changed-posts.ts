import Dexie, { RangeSet } from 'dexie';
import type { PostId } from '../post.ts';
import { db } from './database.ts';

/** Of more posts at once it is not worth while to know which they are. */
const MOST = 50;

/**
 * Notes from now on which posts change, in any context. Answers those that have since it was asked last, when it is asked;
 * undefined if they are too many.
 */
export function noteChangedPosts(): () => ReadonlySet<PostId> | undefined {
  let changed = new Set<PostId>();
  let isKnown = true;
  Dexie.on('storagemutated', (parts) => {
    const ranges = parts[`idb://${db.name}/${db.posts.name}/`];
    for (const { from, to } of ranges ? RangeSet(ranges) : []) {
      if (from === to && changed.size < MOST) changed.add(from as PostId);
      else isKnown = false;
    }
  });
  return () => {
    const taken = isKnown ? changed : undefined;
    changed = new Set();
    isKnown = true;
    return taken;
  };
}

/** Has the live query that it is called in asked again after any change of posts, whatever else that reads of them. */
export function followAllPosts(): Promise<unknown> {
  // Who reads a part of an index is told of what comes into that part; who counts in it, also of what may have left it.
  return db.posts.where('words').below(0).count();
}
