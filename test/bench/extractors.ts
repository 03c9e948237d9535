import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { launch } from '../launch/launch.ts';
import { MEASURES, type Sample, type Scores, type scoresOf, type Tally } from './extractors-page.ts';
import { type Figure, plainFigure } from './figure.ts';

const POSTS = resolve(import.meta.dirname, '../fixtures/posts');
const PAGE = resolve(import.meta.dirname, 'extractors-page.ts');
/** Whether the look of a page is one that is known. */
const LOOKS: ReadonlyArray<readonly [look: string, has: (name: string) => boolean]> = [
  ['known looks', (name) => !name.startsWith('redesign')],
  ['unknown looks', (name) => name.startsWith('redesign')],
];

/** What several extractors find in the pages of the fixture set, in parts of a hundred; the less of what is unwanted the better. */
export async function extractorFigures(folder: string): Promise<Figure[]> {
  const samples = readSamples();
  const scores = await scoresInChromium(folder, samples);
  return LOOKS.flatMap(([look, has]) =>
    Object.entries(scores).flatMap(([extractor, all]) => {
      const these = all.filter((_, index) => has(samples[index]?.name ?? ''));
      const figures = MEASURES.map((measure) =>
        plainFigure(`${extractor}, ${look}: ${measure}`, percentOf(these, measure), '%'),
      );
      // Of what there is none, no part is found.
      return figures.filter(({ value }) => !Number.isNaN(value));
    }),
  );
}

function readSamples(): Sample[] {
  const read = (file: string) => readFileSync(join(POSTS, file), 'utf8');
  const names = readdirSync(POSTS).filter((file) => file.endsWith('.expected.html'));
  return names.map((file) => {
    const name = file.replace('.expected.html', '');
    const { address, unwanted } = JSON.parse(read(`${name}.json`));
    return { name, address, unwanted, html: read(`${name}.html`), expected: read(file) };
  });
}

async function scoresInChromium(folder: string, samples: readonly Sample[]): Promise<Record<string, Scores[]>> {
  const { outputFiles } = await build({
    entryPoints: [PAGE],
    bundle: true,
    format: 'iife',
    globalName: 'extractors',
    write: false,
  });
  const session = await launch({ browser: 'chromium', extension: folder });
  try {
    const page = await session.browser.newPage();
    await page.evaluate(`${outputFiles[0]?.text}; globalThis.scoresOf = extractors.scoresOf;`);
    return await page.evaluate(
      (given) => (globalThis as unknown as { scoresOf: typeof scoresOf }).scoresOf(given),
      samples as Sample[],
    );
  } finally {
    await session.close();
  }
}

/** The mean of the shares of the pages that have any, so that a long page counts no more than a short one. */
function percentOf(scores: readonly Scores[], measure: keyof Scores): number {
  const tallies = scores.map((score): Tally => score[measure]).filter(([, all]) => all > 0);
  return (100 * tallies.reduce((sum, [found, all]) => sum + found / all, 0)) / tallies.length;
}
