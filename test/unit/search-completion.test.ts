import { describe, expect, it } from 'vitest';
import { completionsOf } from '../../lib/search/completion.ts';

const NAMES = ['Data', 'Data Science', 'Open Source', 'Web', 'Développement', 'WEB'];

/** The completions of a text in which `|` is the caret, each written so too. */
function completions(text: string, names: readonly string[] = NAMES): string[] {
  const caret = text.indexOf('|');
  return completionsOf(text.replace('|', ''), caret, names).map(
    ({ text, caret }) => `${text.slice(0, caret)}|${text.slice(caret)}`,
  );
}

describe('the completions', () => {
  it.each([
    ['|', ['category:|', 'is:|', 'before:|', 'after:|', '"|"', '-|']],
    ['fleet |', ['fleet category:|', 'fleet is:|', 'fleet before:|', 'fleet after:|', 'fleet "|"', 'fleet -|']],
    ['| fleet', ['category:| fleet', 'is:| fleet', 'before:| fleet', 'after:| fleet', '"|" fleet', '-| fleet']],
    ['Cat|', ['category:|']],
    ['a -b| c', ['a -before:| c']],
    ['-|', ['-category:|', '-is:|', '-before:|', '-after:|']],
  ])('offer operators at %j', (text, expected) => {
    expect(completions(text)).toEqual(expected);
  });

  it.each([
    [
      'category:|',
      [
        'category:Data |',
        'category:"Data Science" |',
        'category:"Open Source" |',
        'category:Web |',
        'category:Développement |',
      ],
    ],
    ['category:dat|', ['category:Data |', 'category:"Data Science" |']],
    ['category:"data s|', ['category:"Data Science" |']],
    ['category:data s|', ['category:"Data Science" |']],
    ['x -category:web,open so| fleet', ['x -category:web,"Open Source" |fleet']],
    ['category:so|', ['category:"Open Source" |']],
    ['category:data,w|', ['category:data,Web |']],
    ['x -category:deve| fleet', ['x -category:Développement |fleet']],
    ['is:|', ['is:unread |', 'is:read |', 'is:archived |', 'is:saved |', 'is:begun |']],
    ['is:s|', ['is:saved |']],
    ['before:2024-0|', [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => `before:2024-0${month} |`)],
    ['-after:2024-1|', ['-after:2024-10 |', '-after:2024-11 |', '-after:2024-12 |']],
    ['before:201|', ['9', '8', '7', '6', '5', '4', '3'].map((year) => `before:201${year} |`)],
  ])('offer values at %j', (text, expected) => {
    expect(completions(text)).toEqual(expected);
  });

  it.each([
    'fle|',
    '"cat|',
    'cat|egory',
    'is:unread|',
    'category:data,web,data|',
    'category:data x|',
    'category:"data" s|',
    'category:nothing|',
    'before:2024|',
    'before:2024-03|',
    'before:2024-13|',
  ])('offer nothing at %j', (text) => {
    expect(completions(text, ['Data', 'Web'])).toEqual([]);
  });

  it('offer this year first, and twelve at most', () => {
    const year = new Date().getFullYear();
    expect(completions('after:|')).toHaveLength(12);
    expect(completions('after:2024-|')).toHaveLength(12);
    expect(completionsOf('after:', 6, [])[0]).toEqual({ label: `${year}`, text: `after:${year} `, caret: 11 });
    expect(
      completions(
        'category:|',
        Array.from({ length: 20 }, (_, i) => `Name${i}`),
      ),
    ).toHaveLength(12);
  });

  it('name a value as it is written, without quotes', () => {
    expect(completionsOf('category:op', 11, NAMES).map(({ label }) => label)).toEqual(['Open Source']);
  });
});
