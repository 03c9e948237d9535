/** A field of an entry; the name in small letters, without hyphens and underscores. */
export interface Field {
  readonly name: string;
  readonly value: unknown;
}

/** Of another post, or a picture of someone or something else. */
const FOREIGN = /author|avatar|related|previous|next|redirect|(?:logo|icon)$/;

/** The fields of an entry in the CMS's shape that are about the post itself; undefined if it is not in that shape. */
export function fieldsOf(entry: unknown): Field[] | undefined {
  const fields = isRecord(entry) ? entry['fields'] : undefined;
  if (!isRecord(fields)) return undefined;
  return Object.entries(fields)
    .map(([name, value]) => ({ name: name.slice(0, 100).replace(/[-_]/g, '').toLowerCase(), value }))
    .filter(({ name }) => !FOREIGN.test(name));
}

/** What the fields hold whose names are like one of the patterns, the first pattern's first. */
export function valuesNamed(fields: readonly Field[], ...patterns: readonly RegExp[]): unknown[] {
  return patterns.flatMap((pattern) => fields.filter(({ name }) => pattern.test(name))).map(({ value }) => value);
}

/** Those of the values that are strings, without white space around them. */
export function stringsIn(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string').map((value) => value.trim());
}

/** Whether JSON is an object, neither an array nor null. */
export function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
