import { db, type StateRow } from './database.ts';

type Row<Key extends StateRow['key']> = Extract<StateRow, { key: Key }>;

/** A row of what the library knows beside the posts; undefined if it was never written. */
export async function stateRow<Key extends StateRow['key']>(key: Key): Promise<Row<Key> | undefined> {
  // The key says which row it is.
  return (await db.state.get(key)) as Row<Key> | undefined;
}

export async function putStateRow(row: StateRow): Promise<void> {
  await db.state.put(row);
}
