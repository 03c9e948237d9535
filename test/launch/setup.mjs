// Runs on Node 20.11 with nothing installed: makes ready what the other commands need.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browsers.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * The packages that a lock file names, without the project itself.
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  const { '': _root, ...packages } = JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  return packages;
}

/** Whether node_modules holds exactly what package-lock.json asks for (dates say nothing after a git checkout). */
function packagesAreCurrent() {
  try {
    const wanted = packagesIn('package-lock.json');
    const present = packagesIn('node_modules/.package-lock.json');
    const missing = Object.keys(wanted).filter((name) =>
      present[name] ? present[name].version !== wanted[name]?.version : !wanted[name]?.optional,
    );
    const surplus = Object.keys(present).filter((name) => !wanted[name]);
    return missing.length === 0 && surplus.length === 0;
  } catch {
    return false;
  }
}

function ensurePackages() {
  if (packagesAreCurrent()) return say('npm packages: up to date');
  say('npm packages: installing');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file without the packages of other systems, and some registries don't have those.
  const run = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0)
    throw new Error('`npm install` failed: see above; check the network, then run the command again.');
}

/** @param {string[]} args */
function main(args) {
  ensurePackages();
  if (!args.includes('--with-browsers')) return;
  for (const name of /** @type {const} */ (['chromium', 'firefox'])) say(`${name}: ${ensureBrowser(name, say)}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
