import { describe, expect, it } from 'vitest';
import { type Filter, NO_FILTER } from '../../lib/filter.ts';
import { parseQuery, type Query, queryText } from '../../lib/search/query.ts';

const NOTHING = { words: [], phrases: [], categories: [], states: [] };
const ANY: Query = { ...NOTHING, isTyping: false, from: undefined, until: undefined, not: NOTHING };
const query = (wanted: Partial<Omit<Query, 'not'>>, not: Partial<Query['not']> = {}): Query => ({
  ...ANY,
  ...wanted,
  not: { ...ANY.not, ...not },
});

describe('what is typed into the search', () => {
  it.each<[string, Query]>([
    ['  ', ANY],
    ['Malmö FLEET ', query({ words: ['malmo', 'fleet'] })],
    ['fleet man', query({ words: ['fleet', 'man'], isTyping: true })],
    ['man is:read', query({ words: ['man'], states: ['read'] })],
    ['node.js', query({ words: ['node', 'js'], isTyping: true })],
    ['c++', query({ words: ['c'] })],
    ['foo:Bar ', query({ words: ['foo', 'bar'] })],
    ['Spotify’s way ', query({ words: ['spotify', 'way'] })],
    ["Spotify's", query({ words: ['spotify'], isTyping: true })],
    ['category:Data', query({ categories: [['data']], unfinished: 'data' })],
    ['category:Data ', query({ categories: [['data']] })],
    ['category:"Data S', query({ categories: [['data s']], unfinished: 'data s' })],
    ['CATEGORY:"Data Science"', query({ categories: [['data science']] })],
    ['category:data,"Data  Science",', query({ categories: [['data', 'data  science']] })],
    ['category:a category:b,c', query({ categories: [['a'], ['b', 'c']], unfinished: 'c' })],
    ['category:"a, b"', query({ categories: [['a, b']] })],
    ['-category:a,b -category:c', query({}, { categories: ['a', 'b', 'c'] })],
    ['is:Unread is:saved -is:begun', query({ states: ['unread', 'saved'] }, { states: ['begun'] })],
    ['before:2024', query({ until: '2024-01-01' })],
    ['before:2024-03', query({ until: '2024-03-01' })],
    ['before:2024-03-15', query({ until: '2024-03-15' })],
    ['after:2024-03', query({ from: '2024-03-01' })],
    ['after:2019 after:2021-05 before:2024 before:2023', query({ from: '2021-05-01', until: '2023-01-01' })],
    ['-before:2020 -after:2022', query({ from: '2020-01-01', until: '2022-01-01' })],
    ['"Exact  Wörds" ', query({ phrases: ['exact words'] })],
    ['"not closed is:read', query({ phrases: ['not closed is:read'] })],
    ['"a ""b"" c"', query({ phrases: ['a "b" c'] })],
    ['a "b"c', query({ words: ['a', 'c'], phrases: ['b'], isTyping: true })],
    ['song -Fleet -"two words"', query({ words: ['song'] }, { words: ['fleet'], phrases: ['two words'] })],
    ['-node.js', query({}, { phrases: ['node.js'] })],
    ['-Spotify’s', query({}, { phrases: ["spotify's"] })],
    ['"Spotify’s way"', query({ phrases: ["spotify's way"] })],
    ['well-known', query({ words: ['well', 'known'], isTyping: true })],
  ])('%j', (text, expected) => {
    expect(parseQuery(text)).toEqual(expected);
  });

  it.each([
    'category:',
    '-category:',
    'category:,',
    'category:"',
    'category:" "',
    'is:',
    'is:unr',
    'before:',
    'before:20',
    '-after:2',
    '"',
    '""',
    '-',
    '-"',
    '--',
    '"-"',
    '🎵',
  ])('looks for nothing yet at %j', (text) => {
    expect(parseQuery(text)).toEqual(ANY);
  });

  it.each([
    ['before:2024-', '2024-01-01'],
    ['before:2024-0', '2024-01-01'],
    ['before:2024-03-', '2024-03-01'],
    ['before:2024-03-1', '2024-03-01'],
  ])('takes of a date that is being typed what is there: %j', (text, until) => {
    expect(parseQuery(text)).toEqual(query({ until }));
  });

  it.each([
    ['is:nonsense', 'state', ['is', 'nonsense']],
    ['is:read,saved', 'state', ['is', 'read', 'saved']],
    ['before:yesterday', 'day', ['before', 'yesterday']],
    ['before:2024-13', 'day', ['before', '2024', '13']],
    ['after:20245', 'day', ['after', '20245']],
  ] as const)(
    'takes an operator with an impossible value as words, and tells of the first: %j',
    (raw, wanted, words) => {
      expect(parseQuery(raw)).toEqual(query({ words, isTyping: true, misread: { raw, wanted } }));
      expect(parseQuery(`is:read -${raw} is:so before:so`).misread).toEqual({ raw: `-${raw}`, wanted });
    },
  );

  it('takes no more in than can be looked for', () => {
    expect(parseQuery('w'.repeat(100_000)).words.join('').length).toBe(1000);
    expect(parseQuery('"a" '.repeat(10_000)).phrases).toEqual(['a']);
    expect(parseQuery(Array.from({ length: 500 }, (_, i) => i).join(' ')).words).toHaveLength(64);
    expect(parseQuery('category:"'.repeat(10_000)).categories).toHaveLength(1);
  });
});

describe('the filter as what is typed into the search', () => {
  const text = (filter: Partial<Filter>) => queryText({ ...NO_FILTER, ...filter });

  it('is empty if nothing is held back', () => {
    expect(text({ words: ' ', sort: 'oldest', match: 'all' })).toBe('');
  });

  it('can be read', () => {
    const filter = { included: ['Data', 'Open Source'], excluded: ['Web'], unreadOnly: true, words: 'fleet' };
    expect(text(filter)).toBe('category:Data,"Open Source" -category:Web is:unread "fleet"');
  });

  it.each<[Partial<Filter>, Query]>([
    [{ included: ['Data', 'A, B'] }, query({ categories: [['data', 'a, b']] })],
    [{ included: ['Data', 'Web'], match: 'all' }, query({ categories: [['data'], ['web']], unfinished: 'web' })],
    [{ excluded: ['Web', 'Open Source'] }, query({}, { categories: ['web', 'open source'] })],
    [{ included: ['The "Best"'] }, query({ categories: [['the "best"']] })],
    [{ unreadOnly: true, savedOnly: true }, query({ states: ['unread', 'saved'] })],
    [{ words: 'Malmö -is:read  say"so' }, query({ phrases: ['malmo', '-is:read', 'say"so'] })],
    [
      { included: Array.from({ length: 40 }, (_, i) => `Category ${i}`) },
      query({ categories: [Array.from({ length: 40 }, (_, i) => `category ${i}`)] }),
    ],
  ])('means the same: %j', (filter, expected) => {
    expect(parseQuery(text(filter))).toEqual(expected);
  });
});
