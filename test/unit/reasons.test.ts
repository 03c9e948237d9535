import { beforeAll, expect, it } from 'vitest';
import { reasonsOf } from '../../lib/search/reasons.ts';
import { samplePosts } from '../bench/library.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

it('are told from the texts of saved posts, and of no others: only those are searched', () => {
  const [saved, removed] = samplePosts(2).map((post, i) => ({ ...post, bookmarked: i === 0 }));
  if (!saved || !removed) throw new Error('There are two posts.');
  // As they come from the library: one that is not there leaves a gap, and their order tells nothing.
  const texts = [undefined, ...[removed, saved].map(({ id }) => ({ id, text: 'About the zither.', authors: [] }))];
  const found = { hitsOf: () => ['zither'], typed: { words: ['zither'], phrases: [] } };
  expect([...reasonsOf([saved, removed], texts, found)]).toEqual([[saved.id, 'About the zither.']]);
});
