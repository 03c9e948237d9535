import { describe, expect, it } from 'vitest';
import { markedParts, snippetOf as snippetOfSought } from '../../lib/search/highlight.ts';
import { hasPhrase, phraseOf, termsOf } from '../../lib/search/terms.ts';

/** The text with its hits in brackets. */
const marked = (text: string, ...words: string[]) =>
  markedParts(text, words)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('');

const snippetOf = (text: string, words: readonly string[], length?: number) =>
  snippetOfSought(text, { hits: words, words, phrases: [] }, length);

describe('the marks', () => {
  it.each([
    ['whole words', 'Fleets of fleet', ['fleet'], 'Fleets of [fleet]'],
    ['not within a word', 'superfleet, fleet', ['fleet'], 'superfleet, [fleet]'],
    ['whatever the capitals and diacritics', 'In MALMÖ, Malmo\u0308!', ['malmo'], 'In [MALMÖ], [Malmo\u0308]!'],
    ['several words', 'a song, a fleet', ['fleet', 'song'], 'a [song], a [fleet]'],
    ['words that stand together', 'node.js', ['node', 'js'], '[node].[js]'],
    ['after what folds to something longer or shorter', 'İİ İstanbul 🎵🎵 ﬁ ß song', ['song', 'istanbul'], ''],
    ['letters beyond the basic plane', '𝒳𝒴 𝒳', ['𝒳'], '𝒳𝒴 [𝒳]'],
    ['nothing without words', 'song', [], 'song'],
  ])('are on %s', (_, text, words, expected) => {
    expect(marked(text, ...words)).toBe(expected || 'İİ [İstanbul] 🎵🎵 ﬁ ß [song]');
  });

  it('are on the very words that the index has of any text', () => {
    const text = 'Straße ﬁne İSTANBUL ΟΔΟΣ 한국어 naïve\u0301 𝒳';
    expect(marked(text, ...termsOf(text)).replace(/[[\]]/g, '')).toBe(text);
    expect(markedParts(text, termsOf(text)).filter(({ isHit }) => isHit)).toHaveLength(7);
  });

  it('leave no empty part', () => {
    expect(markedParts('', ['a'])).toEqual([]);
    expect(markedParts('song', ['song'])).toEqual([{ text: 'song', isHit: true }]);
  });
});

describe('a snippet', () => {
  const long = `${'before '.repeat(100)}fleet ${'after '.repeat(100)}`.trim();

  it('is around the first hit, cut between words', () => {
    const snippet = snippetOf(long, ['fleet'], 60) ?? '';
    expect(snippet).toMatch(/^…(before )+fleet( after)+…$/);
    expect(snippet.length).toBeLessThanOrEqual(62);
    expect(snippet.length).toBeGreaterThan(45);
  });

  it('begins and ends with the text, where that is near', () => {
    expect(snippetOf('one fleet', ['fleet'])).toBe('one fleet');
    expect(snippetOf(`one fleet ${long}`, ['fleet'], 60)).toMatch(/^one fleet before [^…]*before…$/);
    expect(snippetOf(long, ['before'], 30)).toMatch(/^before [^…]*before…$/);
    expect(snippetOf(`${long} song`, ['song'], 60)).toBe('…after song');
  });

  it('holds the hit, however long that is', () => {
    const word = 'x'.repeat(300);
    expect(snippetOf(`a ${word} b ${'c '.repeat(300)}`, [word], 50)).toContain(word);
    expect(snippetOf(`${word}, ${word}.fleet.${word}`, ['fleet'], 50)).toMatch(/^…fleet…$/);
  });

  it('has most of what was looked for, rather than the first of it', () => {
    const text = `song ${long} song ${'after '.repeat(100)}`;
    expect(snippetOf(`${text} fleet song end`, ['song', 'fleet'], 60)).toMatch(/^…(after )+ fleet song end$/);
  });

  it('has the phrase, rather than words of it', () => {
    const text = `thanks for it ${long} for reading ${long} thanks for reading on`;
    const words = ['thanks', 'for', 'reading'];
    const sought = { hits: words, words, phrases: [['thanks', 'for', 'read']] };
    expect(snippetOfSought(text, sought, 60)).toMatch(/^….*after thanks for reading on$/);
    expect(snippetOfSought(`${long} thanks reading`, sought, 60)).toMatch(/thanks reading$/);
  });

  it('has a phrase across a letter after an apostrophe, which is no word', () => {
    const sought = { hits: [], words: ['spotify', 'way'], phrases: [['spotify', 'way']] };
    expect(snippetOfSought(`${long} SPOTIFY’s way`, sought, 40)).toMatch(/^…(after )+SPOTIFY’s way$/);
    expect(
      snippetOfSought(`${long} SPOTIFY’s way`, { ...sought, phrases: [['spotify', 's', 'way']] }, 40),
    ).toBeUndefined();
  });

  it('is not there without a hit', () => {
    expect(snippetOf(long, ['song'])).toBeUndefined();
    expect(snippetOf(long, [])).toBeUndefined();
  });
});

describe('a phrase', () => {
  it.each([
    ['Exact,  words here', 'exact, words', true],
    ['Inexact words', 'exact words', false],
    ['Inexact words, exact words', 'exact words', true],
    ['The fleets', 'the fleet', true],
    ['Node.js', '.js', true],
    ['Malmö\nFF', 'malmo ff', true],
    ['Spotify’s way', "spotify's way", true],
    ["Spotify's way", "spotify's way", true],
    ['words exact', 'exact words', false],
  ])('in %j: %j', (text, phrase, expected) => {
    expect(hasPhrase(phraseOf(text), phrase)).toBe(expected);
  });
});
