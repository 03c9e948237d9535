// @vitest-environment node
import { expect, test } from 'vitest';
import { createSite, type Site } from '../replica/site.ts';
import { get, matches } from './replica-helpers.ts';

/** The addresses in the sentence about the series. */
async function linked(site: Site, id: string): Promise<string[]> {
  const [sentence = ''] = matches((await get(site, `/${id}`)).body, /<p>This post belongs to a series\.(.*?)<\/p>/g);
  return matches(sentence, /<a href="\/([^"]+)"/g);
}

const LONGITUDINAL = '2023/7/bringing-sequential-testing-to-experiments-with-longitudinal-data-part-';

test.each([
  ['2024/4/data-platform-explained', '2024/5/data-platform-explained-part-ii'],
  [`${LONGITUDINAL}1-the-peeking-problem-2-0`, `${LONGITUDINAL}2-sequential-testing`],
])('the two parts of a series link each other: %s', async (first, second) => {
  const site = createSite();
  expect([await linked(site, first), await linked(site, second)]).toEqual([[second], [first]]);
});

test.each([
  [
    'What Fifteen Hundred Merges Taught Us (Honk, Part 1)',
    'Context for Agents (Honk, Part 2)',
    'Feedback That Holds (Honk, Part 3)',
  ],
  [
    'Fleet Management at Spotify (Part 1): A Fleet-First Mindset',
    'Fleet Management at Spotify (Part 2): Declared Infrastructure',
    'Fleet Management at Spotify (Part 3): Refactoring Everything',
  ],
])('each part of a series of three links the two others: %s', async (...titles) => {
  const site = createSite();
  const ids = titles.map((title, index) => site.catalogue.addOld({ title, date: `2023-05-0${3 - index}` }).id);
  for (const id of ids) expect(await linked(site, id)).toEqual(ids.filter((other) => other !== id));
});

test('a post that is no part of anything links no part', async () => {
  const site = createSite();
  const lonely = '2025/4/a-behind-the-scenes-look-at-how-we-release-the-spotify-app-part-1';
  const single = site.catalogue.addOld({ title: 'Part 1', date: '2020-01-01' });
  for (const id of [lonely, single.id, '2024/4/supercharged-developer-portals']) {
    expect((await get(site, `/${id}`)).body).not.toContain('belongs to a series');
  }
});
