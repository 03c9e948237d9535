import { categoryKey } from '../blog/category.ts';
import type { PostId } from '../post.ts';

/** A category of the library's posts. */
export interface ListCategory {
  readonly key: string;
  /** As it is spelt most often. */
  readonly name: string;
  readonly ids: readonly PostId[];
}

/** The categories in alphabetical order, given the posts of each spelling of their names. */
export function categoriesOf(idsByName: ReadonlyMap<string, readonly PostId[]>): ListCategory[] {
  const spellings = Map.groupBy(
    [...idsByName].sort(([, a], [, b]) => b.length - a.length),
    ([name]) => categoryKey(name),
  );
  return [...spellings]
    .map(([key, named]) => ({ key, name: named[0]?.[0] ?? key, ids: [...new Set(named.flatMap(([, ids]) => ids))] }))
    .sort((a, b) => a.key.localeCompare(b.key));
}
