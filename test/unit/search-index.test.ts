import { describe, expect, it, vi } from 'vitest';
import type { PostId } from '../../lib/post.ts';
import { createIndex, loadIndex, type SearchIndex } from '../../lib/search/search-index.ts';
import { termsOf } from '../../lib/search/terms.ts';
import type { SearchDocument } from '../../lib/store/search.ts';

const document = (slug: string, facts: Partial<SearchDocument>): SearchDocument => ({
  id: `2025/9/${slug}`,
  title: 'A post',
  excerpt: 'What it is about.',
  categories: [],
  authors: [],
  text: '',
  ...facts,
});

function indexOf(...documents: SearchDocument[]): SearchIndex {
  const index = createIndex();
  documents.forEach(index.put);
  return index;
}

const slugs = (hits: ReadonlyArray<{ id: PostId }>) => hits.map(({ id }) => id.replace('2025/9/', ''));
const find = (index: SearchIndex, text: string) => slugs(index.find(termsOf(text), 'beginning'));

describe('the index of the search', () => {
  it('puts the title before the categories and authors, those before the excerpt, and that before the text', () => {
    const index = indexOf(
      document('text', { text: 'We moved the fleet, and the fleet moved us.' }),
      document('excerpt', { excerpt: 'About the fleet here.' }),
      document('author', { authors: ['Fleet Fox'] }),
      document('title', { title: 'A fleet' }),
      document('none', { title: 'Songs' }),
    );
    expect(find(index, 'fleet')).toEqual(['title', 'author', 'excerpt', 'text']);
  });

  it('puts the word itself before what begins with it', () => {
    const index = indexOf(document('longer', { title: 'Scaling' }), document('same', { title: 'Scal' }));
    expect(find(index, 'scal')).toEqual(['same', 'longer']);
  });

  it('wants all words, each the beginning of one, whatever the capitals and diacritics', () => {
    const index = indexOf(
      document('both', { title: 'Fleet Management', text: 'In MALMÖ' }),
      document('one', { title: 'Fleets' }),
    );
    expect(find(index, 'malmo flee')).toEqual(['both']);
    expect(find(index, 'fleet song')).toEqual([]);
    expect(find(index, '')).toEqual([]);
  });

  it('looks for a short beginning only in what is brief, and for a short word everywhere', () => {
    const index = indexOf(
      document('title', { title: 'Aiming high' }),
      document('word', { text: 'With AI at last' }),
      document('text', { text: 'We were aiming at it' }),
    );
    expect(new Set(find(index, 'ai'))).toEqual(new Set(['title', 'word']));
    expect(slugs(index.find(['ai'], 'whole'))).toEqual(['word']);
  });

  it('leaves out a single letter that is still being typed, beside other words', () => {
    const index = indexOf(
      document('title', { title: 'Learning the fleet' }),
      document('text', { title: 'Fleet', text: 'Of logistics, and of C' }),
    );
    expect(new Set(find(index, 'fleet l'))).toEqual(new Set(['title', 'text']));
    expect(find(index, 'fleet lo')).toEqual([]);
    expect(find(index, 'fleet log')).toEqual(['text']);
    expect(slugs(index.find(['fleet', 'c'], 'whole'))).toEqual(['text']);
    expect(find(index, 'l')).toEqual(['title']);
  });

  it('takes no letter after an apostrophe for a word', () => {
    const index = indexOf(document('ours', { title: 'Spotify’s way' }), document('other', { title: 'So it is' }));
    expect(find(index, 'spotify’s')).toEqual(['ours']);
    expect(find(index, "spotify's way")).toEqual(['ours']);
    expect(slugs(index.find(['s'], 'whole'))).toEqual([]);
    expect(termsOf("O'Reilly’s rock’n’roll, l’été, don't")).toEqual(['o', 'reilly', 'rock', 'roll', 'l', 'ete', 'don']);
  });

  it('looks for similar words if there is none that is meant', () => {
    const index = indexOf(document('meant', { title: 'Kubernetes' }), document('scale', { title: 'Scale' }));
    expect(find(index, 'kuberntes')).toEqual(['meant']);
    expect(find(index, 'scala')).toEqual(['scale']);
    index.put(document('scala', { title: 'Scala' }));
    expect(find(index, 'scala')).toEqual(['scala']);
    expect(find(index, 'kxxxrnetes')).toEqual([]);
    expect(find(indexOf(document('short', { title: 'Cat' })), 'car')).toEqual([]);
  });

  it('finds the very words, if it is told so', () => {
    const index = indexOf(document('longer', { title: 'Fleets' }), document('same', { excerpt: 'A fleet.' }));
    expect(slugs(index.findExactly(['fleet'], 'whole'))).toEqual(['same']);
    expect(new Set(slugs(index.findExactly(['fleet'], 'beginning')))).toEqual(new Set(['same', 'longer']));
    expect(slugs(index.findExactly(['a', 'flee'], 'beginning'))).toEqual(['same']);
    expect(slugs(index.findExactly(['a', 'fl'], 'beginning'))).toEqual(slugs(index.findExactly(['a'], 'whole')));
    expect(slugs(index.findExactly(['flet'], 'whole'))).toEqual([]);
  });

  it('tells the words that were hit', () => {
    const index = indexOf(document('a', { title: 'Fleets', text: 'Our Fleet, söngs' }));
    expect(new Set(index.find(['fleet', 'songs'], 'whole')[0]?.terms)).toEqual(new Set(['fleet', 'fleets', 'songs']));
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('takes %s as a word', (word) => {
    const index = indexOf(document('a', { title: `The ${word} again` }), document('b', {}));
    expect(find(index, word)).toEqual(['a']);
  });

  it('knows of a post what it says last, and nothing of one that has gone', () => {
    const index = indexOf(document('a', { title: 'Fleet' }), document('b', { title: 'Fleet' }));
    index.put(document('a', { title: 'Songs' }));
    index.remove('2025/9/b');
    index.remove('2025/9/unknown');
    expect(find(index, 'fleet')).toEqual([]);
    expect(find(index, 'songs')).toEqual(['a']);
    index.put(document('b', { title: 'Back' }));
    expect(find(index, 'back')).toEqual(['b']);
  });
});

describe('the stored index', () => {
  it('finds what has come and not what has gone, though the same was looked for before', () => {
    const index = indexOf(document('first', { title: 'Fleet songs' }), document('other', { title: 'Fleet' }));
    expect(find(index, 'fleet so')).toEqual(['first']);
    index.put(document('second', { title: 'Songs of the fleet', categories: ['Songs'] }));
    expect(find(index, 'fleet so')).toEqual(['second', 'first']);
    index.remove('2025/9/first');
    expect(find(index, 'fleet so')).toEqual(['second']);
  });

  it('ranks by what all the words have found, whichever was typed first', () => {
    const index = indexOf(
      document('text', { title: 'Songs', text: 'The fleet' }),
      document('titles', { title: 'Songs of the fleet' }),
    );
    expect(find(index, 'fleet songs')).toEqual(['titles', 'text']);
    expect(find(index, 'songs fleet')).toEqual(['titles', 'text']);
  });

  it('is what it was, and takes in more', async () => {
    const index = indexOf(document('a', { title: 'Fleet' }), document('gone', { title: 'Fleet' }));
    index.remove('2025/9/gone');
    const loaded = (await loadIndex(index.serialize())) ?? createIndex();
    expect(find(loaded, 'fle')).toEqual(['a']);
    loaded.put(document('a', { title: 'Songs' }));
    loaded.put(document('b', { title: 'Fleets' }));
    expect(find(loaded, 'fle')).toEqual(['b']);
    expect(find((await loadIndex(loaded.serialize())) ?? createIndex(), 'songs')).toEqual(['a']);
  });

  it('is not loaded if it is damaged, or was made in another way', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const whole = indexOf(document('a', {})).serialize();
    const start = whole.indexOf('{');
    const damaged = [
      '',
      'nonsense',
      whole.slice(0, -10),
      whole.slice(start),
      `${whole.slice(0, start)}null`,
      `${whole.slice(0, start)}{}`,
      whole.replace('"serializationVersion":2', '"serializationVersion":3'),
      whole.replace('"documentIds"', '"ids"'),
      `other${whole}`,
    ];
    expect(new Set(damaged).size).toBe(9);
    for (const json of damaged) expect(await loadIndex(json), json).toBeUndefined();
    expect(await loadIndex(whole)).toBeDefined();
    warn.mockRestore();
  });
});
