import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import type { PostId } from '../../lib/post.ts';
import { readEarly } from '../../lib/reader/early.ts';
import { db } from '../../lib/store/database.ts';

const ID: PostId = '2025/9/a';

afterEach(() => vi.restoreAllMocks());

it('a post is read early', async () => {
  const copy = { id: ID, savedAt: 1 };
  await db.copies.put(copy as never);
  await db.articles.put({ id: ID, html: '<p>Text</p>' });
  expect(await readEarly(ID)).toEqual({ copy, html: '<p>Text</p>', post: undefined });
});

it('nothing is read early of a post without a copy', async () => {
  expect(await readEarly('2025/9/b')).toBeUndefined();
});

it('nothing is read early where nobody may open a library', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  expect(await readEarly(ID)).toBeUndefined();
});

it('nothing is read early where the library closes at once', async () => {
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  });
  expect(await readEarly(ID)).toBeUndefined();
});
