import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getCards, parsePosts } from '../../lib/parse/listing.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/listing');
const SEED = join(import.meta.dirname, '../../../shared/seeds/003_fda8ae8245b03790.txt');

const read = (file: string) => readFileSync(file, 'utf8');
const pages = readdirSync(FIXTURES).filter((file) => file.endsWith('.html'));

describe('a listing page', () => {
  it.each(pages)('%s shows the posts beside it', (file) => {
    const expected: unknown = JSON.parse(read(join(FIXTURES, file.replace('.html', '.json'))));
    expect(parsePosts(read(join(FIXTURES, file)))).toEqual(expected);
  });

  it('has texts that end, however long the page makes them', () => {
    const long = 'a '.repeat(100_000);
    const card = `<a href="/2025/9/long"><h3 class="post-card__title">${long}</h3></a><a class="tag">${long}</a>`;
    const [post] = parsePosts(`<div class="post-card">${card}</div>`);
    expect(post?.title).toHaveLength(1000);
    expect(post?.categories[0]).toHaveLength(1000);
  });

  it('has no card for what is no post', () => {
    document.body.innerHTML = `
      <div class="post-card"><a href="/about">About</a><h3 class="post-card__title">About</h3></div>
      <div class="post-card"><a href="/2025/9/no-title"><img alt=""></a></div>`;
    expect(getCards(document)).toEqual([]);
  });
});

describe.runIf(existsSync(SEED))('the home page of December 2024, as it was', () => {
  const html = existsSync(SEED)
    ? read(SEED)
        .split('\n')
        .slice(2)
        .join('\n')
        .replace(/<noscript>.*?<\/noscript>/gs, '')
    : '';

  it('shows 24 posts, the featured one on two cards', () => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const ids = getCards(page).map(({ post }) => post.id);
    expect(ids).toHaveLength(25);
    expect(new Set(ids)).toHaveLength(24);
    expect(ids[0]).toBe('2024/10/how-we-generated-millions-of-content-annotations');
    expect(ids[1]).toBe(ids[0]);
  });

  it('tells everything of each post', () => {
    for (const post of parsePosts(html)) {
      expect(post.date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(post.title).toMatch(/^\S.*\S$/);
      expect(post.excerpt).toMatch(/^(?!\w+ \d+, \d{4})\S.{40,}…$/);
      expect(post.categories).not.toHaveLength(0);
      expect(post.image).toMatch(/^https:\/\/storage\.googleapis\.com\//);
    }
  });
});
