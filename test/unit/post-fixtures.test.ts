import { describe, expect, it } from 'vitest';
import { parsePostPage } from '../../lib/parse/post-page.ts';
import { postFixtures } from '../post-fixtures.ts';

/** Pages that only browsers mend as browsers do; what they make of them is tested there. */
const MENDED_OTHERWISE = new Set(['wordpress-malformed']);

const fixtures = postFixtures();
const posts = fixtures.filter(({ name, told }) => told && !MENDED_OTHERWISE.has(name));

it('there are pages of both eras, of looks that nobody knows, and of no posts', () => {
  const count = (start: string) => fixtures.filter(({ name }) => name.startsWith(start)).length;
  expect(count('today')).toBeGreaterThan(10);
  expect(count('wordpress')).toBeGreaterThan(8);
  expect(count('redesign')).toBeGreaterThan(3);
  expect(count('no-post')).toBeGreaterThan(1);
});

describe.each(posts)('the page $name', ({ address, page, told, unwanted }) => {
  const found = parsePostPage(address, page);

  it('has the article whole', () => {
    expect(found?.html).toBe(told?.html);
  });

  it('has these pictures', () => {
    expect(found?.pictures).toEqual(told?.pictures);
  });

  it('is by these authors, and has these facts', () => {
    expect(found?.authors).toEqual(told?.authors);
    expect(found?.post).toEqual(told?.post);
  });

  it('has words beside the article that are not in it', () => {
    const { body } = new DOMParser().parseFromString(page, 'text/html');
    expect(unwanted.filter((phrase) => !body.innerHTML.includes(phrase))).toEqual([]);
    expect(unwanted.filter((phrase) => found?.html.includes(phrase))).toEqual([]);
  });
});

it.each(fixtures.filter(({ told }) => !told))('the page $name is no post', ({ address, page }) => {
  expect(parsePostPage(address, page)).toBeUndefined();
});
