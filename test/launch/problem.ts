/** A problem as one text: what kind, what it says, and where it came from. */
export function problem(kind: string, text: string, source: string, line: number): string {
  return `${kind}: ${text} (${source || 'unknown place'}${line > 0 ? `:${line}` : ''})`;
}
