import type { Page } from 'puppeteer-core';
import { launch, type Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { comparedFigure, type Figure, median, percentile, plainFigure } from './figure.ts';
import { timeToFirstPaint } from './first-paint.ts';
import { mediansOf } from './interleaved.ts';
import { countRows, fillLibrary, sampleCopies, samplePosts } from './library.ts';
import { rest } from './rest.ts';
import { pressedKey, watchResults } from './results.ts';
import { keepList, staticTimes } from './static-results.ts';
import { sampleTexts } from './texts.ts';
import { onWholeList } from './whole-list.ts';

const COUNT = 10_000;
const TEXTS = 1_000;
const OPENINGS = 15;
/** Each key is pressed so often: its median says what it takes where nothing else takes the machine for a moment. */
const ROUNDS = 3;
const INDEXED_MS = 180_000;
// Nothing answers there: no check brings anything.
const NOWHERE = 9;

const LIBRARY = { path: 'library.html', selector: '.post', viewport: { width: 1400, height: 900 } };
const FIELD = 'input[type="search"]';

/** Words of titles, excerpts and texts, authors, operators, a phrase, and words with a wrong letter. */
const QUERIES = [
  'machine learning',
  'backstage plugin',
  'experiments ship',
  'data is:unread',
  'the most',
  'okafor platform',
  'expermients',
  'category:web team',
  '"how teams"',
  'bragui',
];

/**
 * How long the library takes to find posts among many, of which some have texts, and to open with the index of such a search
 * beside the same library without texts and index.
 */
export async function searchingFigures(extension: string): Promise<Figure[]> {
  const options = { browser: 'chromium', extension, proxyPort: NOWHERE } as const;
  const [indexed, plain] = await Promise.all([launch(options), launch(options)]);
  try {
    const posts = samplePosts(COUNT).map((post, i) => ({
      ...post,
      bookmarked: i < TEXTS,
      bookmarkedAt: i < TEXTS ? 1 : 0,
    }));
    const saved = posts.slice(0, TEXTS);
    await fillLibrary(await plain.barePage(), posts, [], sampleCopies(saved, []));
    const texts = sampleTexts(saved);
    await fillLibrary(await indexed.barePage(), posts, texts, sampleCopies(saved, texts));
    await onWholeList({ session: indexed, count: COUNT }, (page) => untilIndexed(indexed, page), LIBRARY);
    await rest();
    const opening = await openingFigure(indexed, plain);
    await rest();
    return [opening, ...(await searchFigures(indexed))];
  } catch (error) {
    const problems = [...indexed.problems, ...plain.problems];
    throw new Error(`Problems in the browsers: ${problems.join('\n') || 'none'}`, { cause: error });
  } finally {
    await Promise.all([indexed.close(), plain.close()]);
  }
}

/** Has the index made and stored. */
async function untilIndexed(session: Session, page: Page): Promise<void> {
  await page.focus(FIELD);
  const bare = await session.barePage();
  await waitFor(async () => (await countRows(bare, 'searchIndex')) > 0, 'the index to be stored', INDEXED_MS);
}

async function openingFigure(indexed: Session, plain: Session): Promise<Figure> {
  const [withIndex, without] = await mediansOf(
    OPENINGS,
    () => timeToFirstPaint(indexed, LIBRARY),
    () => timeToFirstPaint(plain, LIBRARY),
  );
  const name = 'library, 10,000 posts and an index with 1,000 texts, to first row, against none';
  return comparedFigure(name, withIndex, without, 'ms', { most: 1.3, text: '≤ 1.3' });
}

async function searchFigures(session: Session): Promise<Figure[]> {
  const times: KeyTimes = new Map();
  const firsts: number[] = [];
  const still: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const typeAll = async (page: Page) => {
      firsts.push(await typeQueries(page, times));
      still.push(...(await staticTimes(page)));
    };
    // Each in a page of its own: what the one before has read is not there.
    await onWholeList({ session, count: COUNT }, typeAll, LIBRARY);
  }
  const changing = [...times.values()].filter(({ length }) => length > 0);
  if (changing.length < times.size / 2) throw new Error(`Only ${changing.length} keys changed the results.`);
  const keys = changing.map(median);
  const name = 'library, 10,000 posts and 1,000 texts, key press to results';
  return [
    comparedFigure(
      `${name}, 50th percentile, against a static page of such`,
      percentile(keys, 0.5),
      percentile(still, 0.5),
      'ms',
    ),
    plainFigure('static page of such results, key press to results, 95th percentile', percentile(still, 0.95), 'ms'),
    plainFigure(`${name}, 95th percentile of the keys' medians`, percentile(keys, 0.95), 'ms'),
    plainFigure(`${name}, 95th percentile of all presses`, percentile(changing.flat(), 0.95), 'ms', {
      most: 50,
      text: '≤ 50',
    }),
    plainFigure(`${name}, first key, with the index read`, median(firsts), 'ms'),
  ];
}

/** The ms of each press that changed the results, by what was typed then. */
type KeyTimes = Map<string, number[]>;

/** Answers how long the first key took, with which the index is read. What each query finds is kept. */
async function typeQueries(page: Page, times: KeyTimes): Promise<number> {
  await page.evaluate(watchResults);
  await page.focus(FIELD);
  const first = await pressedKey(page, 'z', INDEXED_MS);
  for (const query of QUERIES) {
    await typeQuery(page, query, times);
    await keepList(page);
  }
  return first ?? Number.NaN;
}

async function typeQuery(page: Page, query: string, times: KeyTimes): Promise<void> {
  await clear(page);
  for (let length = 1; length <= query.length; length++) {
    const typed = query.slice(0, length);
    const time = await pressedKey(page, typed.slice(-1));
    times.set(typed, [...(times.get(typed) ?? []), ...(time === undefined ? [] : [time])]);
  }
}

async function clear(page: Page): Promise<void> {
  await page.focus(FIELD);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await pressedKey(page, 'Backspace');
}
