import { categoryKey } from './blog/category.ts';

/** A category as the reader can follow it or not. */
export interface CategoryChoice {
  readonly key: string;
  readonly name: string;
  /** How many posts of the library have it. */
  readonly count: number;
  readonly followed: boolean;
}

/**
 * The categories to choose from, in alphabetical order: those of the library's posts, whose names come as often as there are
 * posts with them, each as it is spelt most often; and the muted ones that no post has any more.
 */
export function categoryChoices(names: readonly string[], muted: readonly string[]): CategoryChoice[] {
  const spellings = Map.groupBy([...names], categoryKey);
  const keys = [...new Set([...spellings.keys(), ...muted])].sort((a, b) => a.localeCompare(b));
  return keys.map((key) => {
    const spelt = spellings.get(key) ?? [];
    return { key, name: mostFrequent(spelt) ?? key, count: spelt.length, followed: !muted.includes(key) };
  });
}

/** The keys of the muted categories once this one is followed, or no longer. */
export function withFollowed(muted: readonly string[], key: string, followed: boolean): string[] {
  const others = muted.filter((other) => other !== key);
  return followed ? others : [...others, key];
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => ({ name, length }));
  return counts.sort((a, b) => b.length - a.length)[0]?.name;
}
