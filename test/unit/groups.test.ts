import { describe, expect, it } from 'vitest';
import { categoriesOf } from '../../lib/list/categories.ts';
import { type Entry, entriesOf } from '../../lib/list/groups.ts';
import type { PostId } from '../../lib/post.ts';

const IDS: readonly PostId[] = ['2025/9/c', '2025/9/b', '2024/12/a'];

describe('the lines of a list', () => {
  it('are the posts, where nothing is grouped', () => {
    expect(textsOf(entriesOf(IDS, 'none', []))).toEqual(['2025/9/c', '2025/9/b', '2024/12/a']);
  });

  it('have a heading for each month', () => {
    expect(textsOf(entriesOf(IDS, 'month', []))).toEqual([
      '# 2025-09-01 (2)',
      '2025/9/c',
      '2025/9/b',
      '# 2024-12-01 (1)',
      '2024/12/a',
    ]);
  });

  it('have months in the order of the list', () => {
    expect(textsOf(entriesOf(IDS.toReversed(), 'month', [])).at(0)).toBe('# 2024-12-01 (1)');
  });

  it('have each post once, under the first of its categories, and those without any last', () => {
    const categories = categoriesOf(
      new Map<string, readonly PostId[]>([
        ['Web', ['2025/9/c', '2024/12/a']],
        ['Data', ['2025/9/c']],
        ['Mobile', ['2013/6/elsewhere']],
      ]),
    );
    expect(textsOf(entriesOf(IDS, 'category', categories))).toEqual([
      '# Data (1)',
      '2025/9/c',
      '# Web (1)',
      '2024/12/a',
      '#  (1)',
      '2025/9/b',
    ]);
  });

  it('tell the place of each post among the posts', () => {
    const places = entriesOf(IDS, 'month', []).flatMap((entry) => (entry.kind === 'post' ? [entry.index] : []));
    expect(places).toEqual([0, 1, 2]);
  });
});

describe('categories', () => {
  it('are one whatever their capitals, as most posts have it', () => {
    const ids = (...slugs: string[]) => slugs.map((slug): PostId => `2025/9/${slug}`);
    const categories = categoriesOf(
      new Map([
        ['data', ids('a')],
        ['Data', ids('b', 'c', 'a')],
        ['Backstage', ids('d')],
      ]),
    );
    expect(categories.map(({ name, ids }) => [name, ids.length])).toEqual([
      ['Backstage', 1],
      ['Data', 3],
    ]);
  });
});

function textsOf(entries: readonly Entry[]): string[] {
  return entries.map((entry) => (entry.kind === 'post' ? entry.id : `# ${entry.name} (${entry.ids.length})`));
}
