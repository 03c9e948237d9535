import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { requireBlogPage, requireExtensionPage, toMarkRequest, toPost, toPosts } from '../../lib/message-guard.ts';

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

describe('a post from a page', () => {
  it('passes whole, and without a date', () => {
    expect(toPost(post)).toEqual(post);
    expect(toPost({ ...post, date: '' })).toEqual({ ...post, date: '' });
  });

  it('loses what does not belong to it', () => {
    expect(toPost({ ...post, reading: 'read' })).toEqual(post);
    expect(toPosts([{ ...post, reading: 'read' }])).toEqual([post]);
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
    expect(() => toPost({ ...post, ...change })).toThrow();
    expect(toPosts([{ ...post, ...change }, post])).toEqual([post]);
  });

  it('comes in a list that has an end', () => {
    expect(() => toPosts({ length: 1, 0: post })).toThrow('no list of posts');
    expect(() => toPosts(Array.from({ length: 100_000 }, () => post))).toThrow('no list of posts');
  });

  it('can be marked only as a reader can mark it', () => {
    expect(toMarkRequest({ id: post.id, mark: 'read' })).toEqual({ id: post.id, mark: 'read' });
    expect(() => toMarkRequest({ id: post.id, mark: 'archived' })).toThrow();
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
