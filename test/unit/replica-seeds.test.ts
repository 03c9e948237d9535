// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createSite } from '../replica/site.ts';
import { cards, get, listItems, matches } from './replica-helpers.ts';

const SEEDS = resolve(import.meta.dirname, '../../../shared/seeds');
const present = existsSync(SEEDS);
const seed = (name: string): string => readFileSync(resolve(SEEDS, name), 'utf8');

test.runIf(present)('WordPress: posts, dates, categories, addresses and menu are those of the snapshot', async () => {
  const original = seed('003_fda8ae8245b03790.txt');
  const { body } = await get(createSite('wordpress'), '/');
  expect(listItems(original)).toHaveLength(24);
  expect(listItems(body)).toEqual(listItems(original));
  const menu = /data-category-id="([^"]+)"><a href="[^"]+">[^<]+/g;
  expect(matches(body, menu)).toEqual(matches(original, menu));
  const classes = /<li class="(post-\d+ post type-post status-publish [a-z -]*?hentry)/g;
  expect(matches(body, classes)).toEqual(matches(original, classes));
});

test.runIf(present)('today: posts, dates and categories are those of the snapshot', async () => {
  const lines = seed('000_20a3ba431fe8a6e9.txt').split('\n');
  const dates = lines.flatMap((line, index) => (/^[A-Z]{3} \d+, \d{4}$/.test(line) ? [index] : []));
  const ends = [...dates.slice(1), lines.indexOf('Load More')];
  const original = dates.map((begin, index) => ({
    date: lines[begin],
    title: lines[begin + 1],
    tags: lines.slice(begin + 3, ends[index]).filter((line) => line !== 'All categories'),
  }));
  const shown = cards((await get(createSite(), '/')).body).map(({ date, title, tags }) => ({
    date: date.toUpperCase(),
    title,
    tags: tags.map((tag) => tag.toUpperCase()),
  }));
  expect(original).toHaveLength(13);
  expect(shown).toEqual(original);
});

test.runIf(present)('the posts of the staging site are all there, but for its test post', () => {
  const text = seed('001_141c9dbbf10c00e4.txt');
  const posts = createSite().catalogue.posts('today');
  for (const title of matches(text, /^[A-Z][a-z]{2} \d+, \d{4}\n\n(.*)\n/gm)) {
    if (title !== 'This is a testing blog testing') expect(posts.map((post) => post.title)).toContain(title);
  }
});

test.runIf(present)('no prose is copied from the snapshots', () => {
  const originals =
    seed('000_20a3ba431fe8a6e9.txt') + seed('001_141c9dbbf10c00e4.txt') + seed('003_fda8ae8245b03790.txt');
  for (const { excerpt } of createSite().catalogue.posts('today')) {
    expect(originals).not.toContain(excerpt.slice(0, 40));
  }
});
