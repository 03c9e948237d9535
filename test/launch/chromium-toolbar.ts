import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Shows the extension's button, and with it the badge, in the toolbar of a new profile: Chromium would hide it in a menu. */
export async function showInToolbar(profile: string, extension: string): Promise<void> {
  const preferences = { extensions: { pinned_extensions: [unpackedId(extension)] } };
  await mkdir(join(profile, 'Default'), { recursive: true });
  // An existing profile keeps what the person has chosen.
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences), { flag: 'wx' }).catch(() => {});
}

/** The id that Chromium gives to the extension in this folder: a hash of its path, written with the letters a to p. */
function unpackedId(extension: string): string {
  const hash = createHash('sha256').update(extension).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
