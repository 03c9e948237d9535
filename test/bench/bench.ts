import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkFigures } from './checks.ts';
import { tableOf } from './figure.ts';
import { openingFigures } from './opening.ts';
import { pageFigures } from './pages.ts';
import { sizeFigures } from './sizes.ts';

const OUTPUT = resolve(import.meta.dirname, '../../.output');
const BUILDS = ['chrome-mv3', 'firefox-mv3'];

async function main(): Promise<void> {
  const chromium = built('chrome-mv3');
  const opening = await openingFigures(chromium);
  const pages = await pageFigures(chromium);
  const checks = await checkFigures(chromium);
  const sizes = await Promise.all(BUILDS.map((build) => sizeFigures(built(build))));
  const figures = [...opening, ...pages, ...checks, ...sizes.flat()];
  await writeFile(resolve(OUTPUT, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(tableOf(figures));
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
