import { toSlug } from './addresses.ts';
import { createChance } from './chance.ts';
import type { ReplicaPost } from './types.ts';

/** The blog's authors are not known: these are nobody. */
const NAMES = [
  'Alma Vintergren',
  'Bo Sandkvist',
  'Chidera Okwandu',
  'Dilnoza Yusupzoda',
  'Elif Karatash',
  'Frode Nattvik',
  'Greta Hostmark',
  'Hiro Kawabuchi',
] as const;

/** Who wrote a post: invented, and always the same for the same post. */
export function authorOf({ entryId }: Pick<ReplicaPost, 'entryId'>): { name: string; slug: string } {
  const name = createChance(`the author of ${entryId}`).pick(NAMES);
  return { name, slug: toSlug(name) };
}
