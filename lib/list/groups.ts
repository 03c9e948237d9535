import { monthOf, type PostId } from '../post.ts';
import type { ListCategory } from './categories.ts';
import type { Group } from './list-choice.ts';

/** A line of the list: a post, or the heading of those that follow. */
export type Entry =
  | { readonly kind: 'post'; readonly id: PostId; readonly index: number }
  | { readonly kind: Exclude<Group, 'none'>; readonly name: string; readonly ids: readonly PostId[] };

/** What a line is told from the others by. */
export function entryKey(entry: Entry): string {
  return entry.kind === 'post' ? entry.id : `group ${entry.name}`;
}

/**
 * The lines of a list: the posts in its order, under headings if they are grouped. Months come as the list has them, named
 * by their first day, `YYYY-MM-DD`; categories in alphabetical order, each post under its first, those without any last.
 */
export function entriesOf(ids: readonly PostId[], group: Group, categories: readonly ListCategory[]): readonly Entry[] {
  if (group === 'none') return ids.map((id, index) => ({ kind: 'post', id, index }));
  const groups = group === 'month' ? Map.groupBy(ids, monthOf) : byCategory(ids, categories);
  let index = 0;
  return [...groups].flatMap(([name, ids]): Entry[] => [
    { kind: group, name, ids },
    ...ids.map((id): Entry => ({ kind: 'post', id, index: index++ })),
  ]);
}

function byCategory(ids: readonly PostId[], categories: readonly ListCategory[]): Map<string, PostId[]> {
  const firstOf = new Map<PostId, string>();
  for (const { name, ids } of categories) {
    for (const id of ids) if (!firstOf.has(id)) firstOf.set(id, name);
  }
  const groups = Map.groupBy(ids, (id) => firstOf.get(id) ?? '');
  const names = [...categories.map(({ name }) => name), ''];
  return new Map(names.flatMap((name) => (groups.has(name) ? [[name, groups.get(name) ?? []]] : [])));
}
