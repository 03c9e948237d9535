import type { PostId } from '../post.ts';
import { type ListQuery, listedIds } from '../store/lists.ts';
import type { Patch } from '../store/patched-ids.ts';

/** To read so many ids again takes longer than to load what saves that. */
const MANY = 1000;

/** Reads the ids of a list, to be asked in a live query; of a long one that is asked again only what has changed is read. */
export function createFollowedIds(): (query: ListQuery) => () => Promise<readonly PostId[]> {
  let patch: Patch | undefined;
  let isLoading = false;

  async function load(): Promise<void> {
    isLoading = true;
    patch = (await import('../store/patched-ids.ts')).createPatch();
  }

  return (query) => {
    let last: Promise<readonly PostId[]> | undefined;
    return () => {
      last = last && patch ? patch(last, query) : listedIds(query);
      last.then(
        ({ length }) => void (length >= MANY && !isLoading && load()),
        () => {
          last = undefined;
        },
      );
      return last;
    };
  };
}
