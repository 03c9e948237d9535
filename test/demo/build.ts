import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserName } from '../launch/launch.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WXT = resolve(ROOT, 'node_modules/wxt/bin/wxt.mjs');

const run = promisify(execFile);

/** Builds the extension for this browser. What the build prints is shown only if it fails; then throws an Error. */
export async function buildExtension(browser: BrowserName): Promise<void> {
  const args = [WXT, 'build', '-b', browser === 'firefox' ? 'firefox' : 'chrome'];
  try {
    await run(process.execPath, args, { cwd: ROOT });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error)
      console.error(`${error.stdout}${error.stderr}`);
    throw new Error('The extension could not be built: see above.', { cause: error });
  }
}
