import { beforeAll, expect, it } from 'vitest';
import { foundText, isTold } from '../../lib/search/found-text.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

const POST = { title: 'Thanks for the fleet', categories: ['Data'], excerpt: 'How we run it.' };
const TEXT = {
  text: `For a start. ${'And so on. '.repeat(50)}Thanks for reading!`,
  authors: ['Ada Lovelace', 'Grace'],
};

/** What tells why the post was found by these words. */
const told = (hits: readonly string[], words: readonly string[], ...phrases: string[][]) =>
  foundText(POST, { hits, words, phrases }, TEXT);

it('is the excerpt where that, the title and the categories have all the words', () => {
  expect(told(['fleet', 'data', 'run'], ['fleet', 'data', 'run'])).toBeUndefined();
  expect(told(['fleet', 'fleets'], ['fle'])).toBeUndefined();
  expect(told(['fleet'], ['flet'])).toBeUndefined();
});

it('is who wrote the post where they are what was found', () => {
  expect(told(['lovelace'], ['lovel'])).toBe('By Ada Lovelace, Grace');
  expect(told(['fleet', 'ada'], ['fleet', 'ada'])).toBe('By Ada Lovelace, Grace');
});

it('is the part of the text that has the words, or the phrase, that the others lack', () => {
  expect(told(['fleet', 'reading'], ['fleet', 'reading'])).toMatch(/reading!$/);
  expect(told(['thanks', 'for'], ['thanks', 'for'])).toBeUndefined();
  const words = ['thanks', 'for', 'reading'];
  expect(told(words, words, words)).toMatch(/Thanks for reading!$/);
});

it('is needed only where title, categories and excerpt do not have all the words', () => {
  const isToldBy = (...words: string[]) => isTold(POST, { hits: words, words, phrases: [] });
  expect(isToldBy('data')).toBe(true);
  expect(isToldBy('fleet', 'run')).toBe(true);
  expect(isToldBy('fleet', 'song')).toBe(false);
  expect(foundText(POST, { hits: ['song'], words: ['song'], phrases: [] }, TEXT)).toBeUndefined();
});
