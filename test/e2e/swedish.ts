import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../launch/launch.ts';

const OUTPUT = join(import.meta.dirname, '../../.output');
const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** A copy of the build that speaks Swedish: the browsers here speak English, and Swedish stands in its place. To be removed. */
export async function swedishBuild(browser: BrowserName): Promise<string> {
  const extension = await mkdtemp(join(tmpdir(), 'liner-notes-swedish-'));
  await cp(join(OUTPUT, BUILDS[browser]), extension, { recursive: true });
  await cp(join(extension, '_locales/sv'), join(extension, '_locales/en'), { recursive: true });
  return extension;
}
