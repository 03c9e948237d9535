import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkFigures } from './checks.ts';
import { copyFigures } from './copies.ts';
import { extractorFigures } from './extractors.ts';
import { type Figure, tableOf } from './figure.ts';
import { listFigures } from './list.ts';
import { pageFigures } from './pages.ts';
import { searchingFigures } from './searching.ts';
import { sizeFigures } from './sizes.ts';
import { withStolenTime } from './stolen.ts';

const OUTPUT = resolve(import.meta.dirname, '../../.output');
const BUILDS = ['chrome-mv3', 'firefox-mv3'];

async function main(): Promise<void> {
  const figures = await withStolenTime(allFigures);
  await writeFile(resolve(OUTPUT, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(tableOf(figures));
}

async function allFigures(): Promise<Figure[]> {
  const chromium = built('chrome-mv3');
  const measures = [listFigures, searchingFigures, pageFigures, checkFigures, copyFigures, extractorFigures];
  const figures: Figure[] = [];
  for (const measure of measures) figures.push(...(await figuresOf(() => measure(chromium))));
  const sizes = await Promise.all(BUILDS.map((build) => sizeFigures(built(build))));
  return [...figures, ...sizes.flat()];
}

/** What cannot be measured is told, and does not take the figures of the others with it: they have taken long. */
async function figuresOf(measure: () => Promise<Figure[]>): Promise<Figure[]> {
  try {
    return await measure();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return [];
  }
}

function built(name: string): string {
  const folder = resolve(OUTPUT, name);
  if (existsSync(resolve(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build in ${folder}. Type: npm run build`);
}

try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
