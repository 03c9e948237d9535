import { describe, expect, it } from 'vitest';
import type { Post } from '../../lib/post.ts';
import { catalogueEnd, firstRunReading, isOfAnotherDay, laterReading } from '../../lib/store/catalogue.ts';

const post = (id: Post['id'], date: string): Post => ({
  id,
  url: '',
  title: '',
  date,
  excerpt: '',
  categories: [],
  image: '',
});
const august = Array.from({ length: 14 }, (_, i) => post(`2024/8/${i}`, `2024-08-${28 - i}`));

const NOW = new Date('2024-10-01T12:00:00Z');

describe('on the first run', () => {
  it('the newest 13 posts are unread, however they are sorted', () => {
    const readingOf = firstRunReading(august.toReversed());
    expect(august.map(readingOf)).toEqual([...Array<string>(13).fill('unread'), 'archived']);
  });

  it('a post that stands in two sources counts once', () => {
    const readingOf = firstRunReading([...august, ...august.slice(0, 5)]);
    expect(august.map(readingOf).filter((reading) => reading === 'unread')).toHaveLength(13);
  });

  it('a post without a date counts as of the first of its month', () => {
    const undated = post('2024/9/undated', '');
    expect(firstRunReading([...august, undated])(undated)).toBe('unread');
    expect(catalogueEnd([...august, undated], NOW)).toBe('2024-09-01');
  });
});

describe('after the first run', () => {
  it('an old post that was pinned then does not make the back catalogue new', () => {
    const pinned = post('2022/3/pinned', '2022-03-01');
    const before = catalogueEnd([pinned, ...august.slice(0, 12)], NOW) ?? '';
    expect(laterReading(before)(post('2023/5/old', '2023-05-05'))).toBe('archived');
    expect(laterReading(before)(post('2024/9/new', '2024-09-02'))).toBe('unread');
  });

  it('a post whose date lies ahead does not archive what comes out until then', () => {
    const before = catalogueEnd([post('2030/1/ahead', '2030-01-01'), ...august], NOW) ?? '';
    expect(laterReading(before)(post('2024/10/new', '2024-10-02'))).toBe('unread');
    expect(laterReading(before)(post('2024/9/old', '2024-09-02'))).toBe('archived');
  });

  it('a second post of the day that was the newest is new to a poll, and left to it by a page', () => {
    const second = post('2024/8/second', '2024-08-28');
    expect(laterReading('2024-08-28')(second)).toBe('unread');
    expect(isOfAnotherDay(second, '2024-08-28')).toBe(false);
    expect(isOfAnotherDay(post('2024/8/older', '2024-08-27'), '2024-08-28')).toBe(true);
  });

  it('a post without a date is judged by its month', () => {
    expect(laterReading('2024-08-28')(post('2024/8/undated', ''))).toBe('unread');
    expect(laterReading('2024-08-28')(post('2024/7/undated', ''))).toBe('archived');
  });
});
