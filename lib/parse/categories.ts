import { categoryKey } from '../blog/category.ts';
import { cleanText } from './text.ts';

/** More than any post has; what goes beyond is no list of categories. */
const MOST = 20;

/** The categories that a source names, each once. */
export function cleanCategories(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names.slice(0, MOST).map(cleanText)) {
    if (name && !byKey.has(categoryKey(name))) byKey.set(categoryKey(name), name);
  }
  return [...byKey.values()];
}
