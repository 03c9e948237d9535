import type { ReadonlySignal } from '@preact/signals';
import { type Live, live } from '../live.ts';
import type { PostId } from '../post.ts';
import { readSavedPost, type SavedPost } from '../store/read-copies.ts';

/** The post with this id, as the library has it now and whenever that changes; without an id it waits. */
export function followSaved(id: PostId | undefined): ReadonlySignal<Live<SavedPost>> {
  return live(() => (id === undefined ? undefined : () => readSavedPost(id)));
}
