// Plain JavaScript: setup.mjs uses it before any package is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */
/** @typedef {{ title: string, variable: string, commands: string[], apps: string[], package: string }} Facts */

/** @type {Record<BrowserName, Facts>} */
const BROWSERS = {
  chromium: {
    title: 'Chromium',
    variable: 'LINER_NOTES_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    apps: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
    package: 'chromium',
  },
  firefox: {
    title: 'Firefox',
    variable: 'LINER_NOTES_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    apps: ['Firefox.app/Contents/MacOS/firefox'],
    package: 'firefox-esr',
  },
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} command */
function onPath(command) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** @param {Facts} facts */
function inApplications({ apps }) {
  if (process.platform !== 'darwin') return undefined;
  const folders = ['/Applications', join(process.env['HOME'] ?? '/', 'Applications')];
  return folders.flatMap((folder) => apps.map((app) => join(folder, app))).find(isExecutable);
}

/**
 * The path of an installed browser, or undefined. LINER_NOTES_CHROMIUM and LINER_NOTES_FIREFOX come first.
 * Throws an Error when one of them names no executable file.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
function findBrowser(name) {
  const facts = BROWSERS[name];
  const chosen = process.env[facts.variable];
  if (chosen && !isExecutable(chosen)) throw new Error(`${facts.variable} names no executable file: ${chosen}`);
  if (chosen) return chosen;
  for (const command of facts.commands) {
    const path = onPath(command);
    if (path) return path;
  }
  return inApplications(facts);
}

/** What has to stand before an apt-get command, or undefined when apt-get cannot be used. */
function aptPrefix() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string[]} prefix
 * @param {string[]} args
 */
function aptGet(prefix, args) {
  const [command = 'env', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
  const run = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status === 0) return true;
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}\n`);
  return false;
}

/** @param {Facts} facts */
function instruction(facts) {
  const how = existsSync('/usr/bin/apt-get')
    ? `Type: sudo apt-get update && sudo apt-get install -y ${facts.package}`
    : `Install it from its maker's site`;
  return `${facts.title} is needed and was not found. ${how}. Or set ${facts.variable} to the path of one.`;
}

/**
 * The path of the browser; installs it with apt first when it is missing and that is possible.
 * Throws an Error that tells the person what to do otherwise.
 * @param {BrowserName} name
 * @param {(line: string) => void} [say] hears what takes a while
 * @returns {string}
 */
export function ensureBrowser(name, say = () => {}) {
  const found = findBrowser(name);
  if (found) return found;
  const facts = BROWSERS[name];
  const prefix = aptPrefix();
  if (!prefix) throw new Error(instruction(facts));
  say(`Installing ${facts.title} with apt (package ${facts.package})`);
  // A failed update may only mean that one of many sources is down: the installation decides.
  aptGet(prefix, ['update']);
  const installed = aptGet(prefix, ['install', '-y', facts.package]) && findBrowser(name);
  if (!installed) throw new Error(`apt could not install ${facts.package}. ${instruction(facts)}`);
  return installed;
}
