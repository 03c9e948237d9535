import type { PostId } from '../post.ts';
import { type ChangeLog, logChangedPosts } from '../store/changed-posts.ts';
import { type ListQuery, listedIds } from '../store/lists.ts';
import type { ListedIds, patchedIds } from '../store/patched-ids.ts';

type Patch = typeof patchedIds;

/** To read so many ids again takes longer than to load what saves that. */
const MANY = 1000;

/** Reads the ids of a list, to be asked in a live query; of a long one that is asked again only what has changed is read. */
export function createFollowedIds(): (query: ListQuery) => () => Promise<readonly PostId[]> {
  const log = logChangedPosts();
  let patch: Patch | undefined;
  let isLoading = false;

  function loadPatch({ ids }: ListedIds): void {
    if (ids.length < MANY || isLoading) return;
    isLoading = true;
    // Until it is there, lists are read whole.
    import('../store/patched-ids.ts').then((loaded) => {
      patch = loaded.patchedIds;
    }, console.error);
  }

  return (query) => {
    let last: Promise<ListedIds> | undefined;
    const whole = () => readWhole(query, log);
    // Dexie knows what a live query reads after it has waited as long as that is a chain of its own promises.
    const patched = (before: Promise<ListedIds>, patch: Patch) =>
      before.then((listed) => patch(listed, query, log).then((now) => now ?? whole()), whole);
    return () => {
      last = last && patch ? patched(last, patch) : whole();
      last.then(loadPatch, () => {
        last = undefined;
      });
      return last.then(({ ids }) => ids);
    };
  };
}

function readWhole(query: ListQuery, { count: changes }: ChangeLog): Promise<ListedIds> {
  return listedIds(query).then((ids) => ({ ids, changes }));
}
