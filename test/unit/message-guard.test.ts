import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { NO_FILTER } from '../../lib/filter.ts';
import { FROM_BLOG_PAGES, requireBlogPage, requireExtensionPage } from '../../lib/message-guard.ts';

const id = browser.runtime.id;
const post = {
  id: '2025/9/a',
  url: 'https://engineering.atspotify.com/2025/9/a',
  title: 'A',
  date: '2025-09-23',
  excerpt: '',
  categories: ['Data'],
  image: '',
};
const received = (name: keyof typeof FROM_BLOG_PAGES, data: unknown): unknown => v.parse(FROM_BLOG_PAGES[name], data);

describe('a post from a page', () => {
  it('passes whole, and without a date', () => {
    expect(received('postOpened', post)).toEqual(post);
    expect(received('postOpened', { ...post, date: '' })).toEqual({ ...post, date: '' });
  });

  it('loses what does not belong to it', () => {
    expect(received('postOpened', { ...post, reading: 'read' })).toEqual(post);
    expect(received('postsSeen', [{ ...post, reading: 'read' }])).toEqual([post]);
  });

  it.each([
    ['an id that is none', { id: 'x' }],
    ['an id in another form', { id: '2025/09/a' }],
    ['an address elsewhere', { url: 'https://example.com/2025/9/a' }],
    ['an address that only begins like the blog', { url: 'https://engineering.atspotify.com.example.com/' }],
    ['a script for an address', { url: 'javascript:alert(1)' }],
    ['a script for a picture', { image: 'javascript:alert(1)' }],
    ['a date that is none', { date: 'soon' }],
    ['a title that is no text', { title: {} }],
    ['a title without end', { title: 'a'.repeat(100_000) }],
  ])('is refused with %s', (_, change) => {
    expect(() => received('postOpened', { ...post, ...change })).toThrow();
    expect(received('postsSeen', [{ ...post, ...change }, post])).toEqual([post]);
  });
});

describe('a message from a page', () => {
  const { id } = post;
  it.each([
    ['postsShown', [id]],
    ['markPosts', { ids: [id], mark: 'saved' }],
    ['markOlder', id],
    ['undo', 'step'],
    ['postRead', { id, progress: 0.5, isFinished: false }],
    ['filterChosen', { ...NO_FILTER, included: ['Data'] }],
    ['countMatches', { filter: NO_FILTER, ids: [] }],
    ['surroundings', { post, links: [{ id, url: post.url, words: 'Part 2', before: '', after: '' }], words: 1800 }],
  ] as const)('%s passes as it is: %j', (name, data) => expect(received(name, data)).toEqual(data));

  it.each([
    ['postsSeen', { length: 1, 0: post }],
    ['postsSeen', Array.from({ length: 100_000 }, () => post)],
    ['postsShown', Array.from({ length: 100_000 }, () => id)],
    ['markPosts', { ids: [id], mark: 'gone' }],
    ['markPosts', { ids: 'all', mark: 'read' }],
    ['markOlder', undefined],
    ['undo', undefined],
    ['undo', 1],
    ['postRead', { id, progress: 43, isFinished: false }],
    ['postRead', { id, progress: Number.NaN, isFinished: false }],
    ['filterChosen', { ...NO_FILTER, sort: 'longest' }],
    ['showLibrary', null],
    ['surroundings', { post, links: [] }],
    ['surroundings', { post, links: [], words: -1 }],
    ['surroundings', { post, links: [], words: 0.5 }],
    ['surroundings', { post, links: [], words: Number.POSITIVE_INFINITY }],
  ] as const)('%s is refused if it makes no sense', (name, data) => expect(() => received(name, data)).toThrow());
});

describe('a message with something odd in it', () => {
  it('loses nothing else', () => {
    expect(received('postsShown', ['x', post.id, `2025/9/${'x'.repeat(5_000)}`])).toEqual([post.id]);
    const link = { id: post.id, url: post.url, words: '', before: '', after: '' };
    const links = [{ ...link, url: 'https://example.com/' }, link];
    expect(received('surroundings', { post, links, words: 0 })).toEqual({ post, links: [link], words: 0 });
  });

  it('is not refused for a text without end', () => {
    expect(received('surroundings', { post, links: [], words: 1_000_000 })).toMatchObject({ words: 200_000 });
  });

  it('has words that end', () => {
    const filter = received('filterChosen', { ...NO_FILTER, words: 'a'.repeat(10_000) });
    expect(filter).toEqual({ ...NO_FILTER, words: 'a'.repeat(200) });
  });
});

describe('a sender', () => {
  const blog = { id, url: 'https://engineering.atspotify.com/2025/9/a' };
  const popup = { id, url: browser.runtime.getURL('/popup.html') };

  it('on the blog may ask what the blog may ask, and no more', () => {
    expect(() => requireBlogPage(blog)).not.toThrow();
    expect(() => requireExtensionPage(blog)).toThrow('may not ask');
  });

  it('in the extension may ask what the extension may ask, and no more', () => {
    expect(() => requireExtensionPage(popup)).not.toThrow();
    expect(() => requireBlogPage(popup)).toThrow('may not ask');
  });

  it('of another extension, or elsewhere, may ask nothing', () => {
    for (const sender of [
      { ...blog, id: 'other' },
      { ...popup, id: 'other' },
      { id, url: 'https://example.com/' },
      {},
    ]) {
      expect(() => requireBlogPage(sender)).toThrow('may not ask');
      expect(() => requireExtensionPage(sender)).toThrow('may not ask');
    }
  });
});
