/** One category, one key: names differ only in capitals between the blog's eras. */
export function categoryKey(name: string): string {
  return name.trim().toLowerCase();
}
