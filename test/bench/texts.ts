import type { LibraryPost, PostText } from '../../lib/store/database.ts';
import samples from '../replica/posts.json' with { type: 'json' };

const WORDS_A_TEXT = 1_500;
const VOCABULARY = 20_000;
/** Of the most frequent words every so many is one that titles and excerpts have as well. */
const SHARED = 4;
const SEED = 20_250_923;
const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya ze bran clo dri fla gre stin tor und ment ing er';
const AUTHORS = ['Ada Lindgren', 'Björn Aalto', 'Chidi Okafor', 'Dana Ruiz', 'Emre Yılmaz', 'Françoise Petit'];

/** Texts of these posts, each of about 1,500 words, of which few are frequent and most are rare; the same each time. */
export function sampleTexts(posts: readonly LibraryPost[]): PostText[] {
  const random = randomFrom(SEED);
  const words = vocabulary(random);
  const sums = zipfSums(words.length);
  const word = () => words[rankAt(sums, random())] ?? '';
  return posts.map(({ id }, index) => ({
    id,
    text: Array.from({ length: Math.round(WORDS_A_TEXT * (0.7 + 0.6 * random())) }, word).join(' '),
    authors: [AUTHORS[index % AUTHORS.length] ?? ''],
  }));
}

/** Words in the order of how frequent they are. */
function vocabulary(random: () => number): string[] {
  const shared = [...new Set(samples.flatMap(({ title, excerpt }) => `${title} ${excerpt}`.match(/\p{L}+/gu) ?? []))];
  const syllables = SYLLABLES.split(' ');
  const syllable = () => syllables[Math.floor(random() * syllables.length)] ?? '';
  const made = () => Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('');
  return Array.from({ length: VOCABULARY }, (_, rank) => {
    const word = rank % SHARED === 0 ? shared[rank / SHARED] : undefined;
    return word ?? made();
  });
}

/** How likely a word is of so low a rank or a lower one: as in any language, the less the higher its rank. */
function zipfSums(count: number): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 2.7);
    sums.push(sum);
  }
  return sums.map((part) => part / sum);
}

/** The first rank whose sum exceeds the value. */
function rankAt(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 1) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Numbers from 0 to 1 that look like chance, and are the same each time: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
