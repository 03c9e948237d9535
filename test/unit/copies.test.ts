import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropPictures } from '../../lib/copies/drop-pictures.ts';
import type { PostId } from '../../lib/post.ts';
import { storeMoves } from '../../lib/store/aliases.ts';
import { damagedCopies, dropOldCopies, type Read, storeCopy } from '../../lib/store/copies.ts';
import { db, type LibraryPost } from '../../lib/store/database.ts';
import { droppablePictures } from '../../lib/store/make-room.ts';
import { markPosts } from '../../lib/store/marks.ts';
import { dropUnusedPictures, keptPictures, storePictures } from '../../lib/store/pictures.ts';
import { readSavedPost } from '../../lib/store/read-copies.ts';
import {
  endRests,
  nextTryAt,
  noteFailed,
  noteRunning,
  postsToSave,
  takeNewerCopy,
  wantCopies,
} from '../../lib/store/savings.ts';
import { documentsOf } from '../../lib/store/search.ts';
import { undo } from '../../lib/store/undo.ts';

const A: PostId = '2025/9/a';
const B: PostId = '2025/9/b';
const DAY = 86_400_000;

beforeEach(async () => {
  for (const table of db.tables) await table.clear();
  await db.posts.bulkAdd([saved(A, 2), saved(B, 1)]);
});

describe('a copy', () => {
  it('has the pictures that are stored, and says of the others why they are not', async () => {
    await store('1.png', '2.png');
    const missing = [{ address: address('3.png'), code: 'refused' }] as const;
    await storeCopy(A, read(A, { pictures: ['1.png', '2.png', '3.png', '4.png'].map(address), missing }));
    expect(await db.copies.get(A)).toMatchObject({
      title: 'Post 2025/9/a',
      pictures: ['1.png', '2.png'].map(address),
      missing: [
        { address: address('3.png'), code: 'refused' },
        { address: address('4.png'), code: 'unreachable' },
      ],
      bytes: 2 * 10 + '<p>Text</p>'.length,
    });
  });

  it('knows the sizes of its pictures, if they have one', async () => {
    await store('1.png', '2.svg');
    await db.pictures.update(address('1.png'), { width: 640, height: 480 });
    await db.pictures.update(address('2.svg'), { width: 0, height: 0 });
    await storeCopy(A, read(A, { pictures: ['1.png', '2.svg', '3.png'].map(address) }));
    expect((await db.copies.get(A))?.sizes).toEqual({ [address('1.png')]: { width: 640, height: 480 } });
  });

  it('of a post that is no longer saved is not stored', async () => {
    await noteRunning(A);
    await markPosts([A], 'unsaved');
    expect(await storeCopy(A, read(A))).toBe(false);
    expect(await db.copies.count()).toBe(0);
    expect(await db.articles.count()).toBe(0);
    expect(await db.savings.count()).toBe(0);
  });

  it('that nobody answered for is tried again when it is known that somebody does', async () => {
    const restsUntil = Date.now() + 60_000;
    await noteFailed(A, { code: 'unreachable' }, { mostAttempts: 3, restsUntil });
    await noteFailed(B, { code: 'unreadable', source: 'post' }, { mostAttempts: 3, restsUntil });
    expect(await postsToSave()).toEqual([]);
    await endRests();
    expect((await postsToSave()).map(({ id }) => id)).toEqual([A]);
  });

  it('whose text cannot be stored leaves all as it was', async () => {
    await noteRunning(A);
    const before = await Promise.all(db.tables.map((table) => table.toArray()));
    const fail = () => {
      throw new Error('There is no room.');
    };
    db.articles.hook('creating', fail);
    await expect(storeCopy(A, read(A))).rejects.toThrow('There is no room.');
    db.articles.hook('creating').unsubscribe(fail);
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before);
  });

  it('takes the place of an older one, unless it has lost what that has', async () => {
    await store('1.png');
    await storeCopy(A, read(A, { words: 100, pictures: [address('1.png')] }));
    await storeCopy(A, read(A, { words: 91, html: '<p>Shorter</p>', pictures: [address('1.png')] }));
    expect((await db.articles.get(A))?.html).toBe('<p>Shorter</p>');
    await storeCopy(A, read(A, { words: 49, html: '<p>Lost</p>' }));
    await storeCopy(A, read(A, { words: 91, html: '<p>Lost</p>', pictures: [address('new.png')] }));
    await storeCopy(A, read(A, { words: 91, html: '<p>Lost</p>' }));
    expect((await db.articles.get(A))?.html).toBe('<p>Shorter</p>');
    expect(await db.savings.get(A)).toMatchObject({ status: 'failed', failure: { code: 'shorter' } });
    await takeNewerCopy(A);
    await wantCopies([A]);
    await noteRunning(A);
    await storeCopy(A, read(A, { words: 9, html: '<p>Wanted</p>' }));
    expect((await db.articles.get(A))?.html).toBe('<p>Wanted</p>');
    expect(await db.savings.count()).toBe(0);
  });

  it('takes the place of one that storage has lost more of', async () => {
    await store('1.png', '2.png');
    await storeCopy(A, read(A, { pictures: ['1.png', '2.png'].map(address) }));
    await db.pictures.delete(address('1.png'));
    const missing = [{ address: address('1.png'), code: 'refused' }] as const;
    await storeCopy(A, read(A, { pictures: ['1.png', '2.png'].map(address), missing }));
    expect(await db.copies.get(A)).toMatchObject({ pictures: [address('2.png')], missing });
    expect(await db.savings.count()).toBe(0);
    await db.articles.delete(A);
    await storeCopy(A, read(A, { words: 10, html: '<p>Short</p>' }));
    expect((await db.articles.get(A))?.html).toBe('<p>Short</p>');
  });

  it('has the feature picture that the page has, though the library knows another', async () => {
    await db.posts.update(A, { image: address('card.png') });
    await store('page.png');
    const post = { ...told(A), image: address('page.png') };
    await storeCopy(A, read(A, { post, pictures: [address('page.png')] }));
    expect(await db.copies.get(A)).toMatchObject({ image: address('page.png') });
    await storeCopy(B, read(B, { post: { ...told(B), image: '' } }));
    expect(await db.copies.get(B)).toMatchObject({ image: '' });
    await db.posts.update(B, { image: address('card.png') });
    await storeCopy(B, read(B, { post: { ...told(B), image: '' } }));
    expect(await db.copies.get(B)).toMatchObject({ image: address('card.png') });
  });

  it('goes with its post when that has got another address', async () => {
    await storeCopy(B, read(B));
    await storeMoves(new Map([[B, A]]));
    expect(await db.copies.get(A)).toMatchObject({ title: 'Post 2025/9/b' });
    expect((await db.articles.get(A))?.html).toBe('<p>Text</p>');
    expect(await db.copies.get(B)).toBeUndefined();
  });

  it('is kept for a month after its post was saved, and then goes with its text and pictures', async () => {
    await store('1.png', '2.png');
    await storeCopy(A, read(A, { pictures: [address('1.png')] }));
    await storeCopy(B, read(B, { pictures: [address('2.png')] }));
    await db.posts.update(A, { bookmarked: false, bookmarkedAt: Date.now() - 29 * DAY });
    await dropOldCopies();
    expect(await db.copies.count()).toBe(2);
    await db.posts.update(A, { bookmarked: false, bookmarkedAt: Date.now() - 31 * DAY });
    await dropOldCopies();
    await dropUnusedPictures();
    for (const table of [db.copies, db.articles, db.texts])
      expect(await table.toCollection().primaryKeys()).toEqual([B]);
    expect([...(await keptPictures(['1.png', '2.png'].map(address))).keys()]).toEqual([address('2.png')]);
  });

  it('that lacks something is found, whoever has lost it', async () => {
    await store('1.png', '2.png');
    await storeCopy(A, read(A, { pictures: [address('1.png')] }));
    await storeCopy(B, read(B, { pictures: [address('2.png')] }));
    expect(await damagedCopies()).toEqual([]);
    await db.pictures.delete(address('1.png'));
    expect(await damagedCopies()).toEqual([A]);
    await db.articles.delete(B);
    expect(await damagedCopies()).toEqual([A, B]);
    await markPosts([A], 'unsaved');
    expect(await damagedCopies()).toEqual([B]);
  });
});

describe('the posts around a copy', () => {
  const C: PostId = '2025/9/c';
  const D: PostId = '2025/9/d';
  beforeEach(async () => {
    await db.posts.bulkAdd([saved(C, 3), saved(D, 4)]);
    for (const [index, id] of [A, B, C, D].entries()) {
      await storeCopy(id, read(id));
      await db.copies.update(id, { savedAt: index });
    }
  });
  const around = async (id: PostId) => {
    const { earlier, later } = await readSavedPost(id);
    return [earlier?.id, later?.id];
  };

  it('are those that were copied before and after it', async () => {
    expect(await around(A)).toEqual([undefined, B]);
    expect(await around(C)).toEqual([B, D]);
    await db.copies.toCollection().modify({ savedAt: 7 });
    expect(await around(B)).toEqual([A, C]);
  });

  it('are saved ones', async () => {
    await markPosts([B, C], 'unsaved');
    expect(await around(D)).toEqual([A, undefined]);
    expect(await around(A)).toEqual([undefined, D]);
    await db.posts.delete(D);
    expect(await around(A)).toEqual([undefined, undefined]);
  });
});

describe('pictures', () => {
  it('are dropped from the oldest copies that were read, but not those that others show', async () => {
    await store('shared.png', 'a.png', 'b.png');
    await storeCopy(A, read(A, { pictures: ['shared.png', 'a.png'].map(address) }));
    await storeCopy(B, read(B, { pictures: ['shared.png', 'b.png'].map(address) }));
    expect((await droppablePictures()).ids).toEqual([]);
    await markPosts([A], 'read');
    const { ids } = await droppablePictures();
    expect(ids).toEqual([A]);
    await dropPictures(ids);
    expect(await db.pictures.toCollection().primaryKeys()).toEqual(['b.png', 'shared.png'].map(address));
    expect(await db.copies.get(A)).toMatchObject({ pictures: [], missing: [{ code: 'dropped' }, { code: 'dropped' }] });
    expect(await damagedCopies()).toEqual([]);
    expect(await db.articles.get(A)).toBeDefined();
  });
});

describe('the queue', () => {
  const ids = async () => (await postsToSave()).map(({ id }) => id);

  it('begins with what is asked for again, then what was saved last', async () => {
    expect(await ids()).toEqual([A, B]);
    await storeCopy(A, read(A));
    expect(await ids()).toEqual([B]);
    await wantCopies([A]);
    expect(await ids()).toEqual([A, B]);
    await markPosts([B], 'unsaved');
    expect(await ids()).toEqual([A]);
  });

  it('leaves out what has failed for good, and tries again what may work later', async () => {
    await noteFailed(A, { code: 'refused', status: 404 }, { mostAttempts: 1 });
    expect(await ids()).toEqual([B]);
    for (const expected of [[B], [B], []]) {
      await noteRunning(B);
      expect(await ids()).toEqual([B]);
      await noteFailed(B, { code: 'unreadable', source: 'post' }, { mostAttempts: 3 });
      expect(await ids()).toEqual(expected);
    }
    await wantCopies([A, B]);
    expect((await ids()).sort()).toEqual([A, B]);
  });

  it('leaves out what rests after a failure of its own, unless the clock was set back', async () => {
    const [soon, never] = [Date.now() + 60_000, Date.now() + 86_400_000];
    await noteFailed(A, { code: 'slow' }, { mostAttempts: 9, restsUntil: soon });
    expect(await ids()).toEqual([B]);
    expect(await nextTryAt()).toBe(soon);
    await noteFailed(A, { code: 'slow' }, { mostAttempts: 9, restsUntil: never });
    expect(await ids()).toEqual([B, A]);
    expect(await nextTryAt()).toBeUndefined();
  });

  it('has what is saved anew once more, where there was a copy or none could be made', async () => {
    await storeCopy(A, read(A));
    await noteFailed(B, { code: 'refused', status: 404 }, { mostAttempts: 1 });
    expect(await ids()).toEqual([]);
    await markPosts([A, B], 'unsaved');
    await markPosts([A, B], 'saved');
    expect((await ids()).sort()).toEqual([A, B]);
    expect(await db.copies.get(A)).toBeDefined();
  });
});

describe('the text of a post', () => {
  it('is searched as long as that is saved, also after that was undone', async () => {
    await storeCopy(A, read(A));
    await db.unindexed.clear();
    const done = await markPosts([A], 'unsaved');
    expect((await documentsOf([A]))[0]).toMatchObject({ text: '', authors: [] });
    expect(await db.unindexed.get(A)).toBeDefined();
    await db.unindexed.clear();
    await undo(done?.step);
    expect((await documentsOf([A]))[0]).toMatchObject({ text: 'Text', authors: ['Ada'] });
    expect(await db.unindexed.get(A)).toBeDefined();
  });
});

function saved(id: PostId, at: number): LibraryPost {
  return { ...told(id), reading: 'unread', readingAt: 0, order: 0, bookmarked: true, bookmarkedAt: at };
}

function told(id: PostId) {
  const url = `https://engineering.atspotify.com/${id}`;
  return { id, url, title: `Post ${id}`, date: '2025-09-01', excerpt: '', categories: [], image: '' };
}

function read(id: PostId, change: Partial<Read> = {}): Read {
  const text = { html: '<p>Text</p>', text: 'Text', authors: ['Ada'], words: 100 };
  return { post: told(id), ...text, pictures: [], missing: [], ...change };
}

async function store(...names: string[]): Promise<void> {
  for (const name of names) {
    await storePictures([{ address: address(name), blob: new Blob(['0123456789']), bytes: 10, width: 1, height: 1 }]);
  }
}

function address(name: string): string {
  return `https://images.ctfassets.net/${name}`;
}
