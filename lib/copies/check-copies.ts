import { saveAgain } from '../actions.ts';
import { damagedCopies } from '../store/copies.ts';
import { lackingCopies } from '../store/copy-states.ts';
import { forgetUnreadablePictures } from '../store/pictures.ts';

/** What a look through the copies has found. */
export interface Checked {
  /** How many have lost something, and are made again. */
  readonly damaged: number;
  /** How many others lack something that could not be had, or could not be made at all. */
  readonly lacking: number;
}

/** Looks through the copies of all saved posts, and has those made again that have lost something. */
export async function checkCopies(): Promise<Checked> {
  await forgetUnreadablePictures();
  const damaged = new Set(await damagedCopies());
  const lacking = (await lackingCopies()).filter((id) => !damaged.has(id));
  if (damaged.size > 0) await saveAgain([...damaged]);
  return { damaged: damaged.size, lacking: lacking.length };
}
