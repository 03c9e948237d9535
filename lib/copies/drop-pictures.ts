import type { PostId } from '../post.ts';
import { whenThereIsRoom } from '../room.ts';
import { deletePicturesOf, noteDropped } from '../store/make-room.ts';

/** Drops the pictures of these copies. They go before that is noted, which takes room: whoever is stopped between finds them missing. */
export async function dropPictures(ids: readonly PostId[]): Promise<void> {
  await deletePicturesOf(ids);
  await whenThereIsRoom(() => noteDropped(ids));
}
