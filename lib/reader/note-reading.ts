import { sendMessage } from '../messages.ts';
import type { Done, PostId } from '../post.ts';
import { announceChange } from '../revision.ts';
import { getSettings } from '../settings.ts';
import { markOpenedFromList } from '../store/marks.ts';
import { storeProgress } from '../store/progress.ts';
import { untilAnswered } from '../until-answered.ts';

/** Has the background note that the reader has come so far in a post, from 0 to 1: a page that is left stores nothing. */
export function storePlace(id: PostId, place: number): Promise<void> {
  return untilAnswered(() => sendMessage('placeLeft', { id, place }));
}

/** Notes that the reader has finished a post, as on the blog's own page; here that can be undone like any other mark. */
export async function storeFinished(id: PostId, place: number): Promise<Done | undefined> {
  await storeProgress(id, place);
  const done = await markOpenedFromList([id], true);
  await announceChange();
  return done;
}

/** Notes that a post is opened here, as from a list. */
export async function noteOpened(id: PostId): Promise<void> {
  const { readWhen } = await getSettings();
  if (await markOpenedFromList([id], readWhen === 'opened')) await announceChange();
}
