import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';

/** Puts the built extension into a profile, where Firefox finds it when it starts. */
export async function putIntoProfile(extension: string, profile: string, id: string): Promise<void> {
  const entries = await readdir(extension, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(extension, path), new Uint8Array(await readFile(path))] as const),
  );
  await mkdir(join(profile, 'extensions'), { recursive: true });
  await writeFile(join(profile, 'extensions', `${id}.xpi`), zipSync(Object.fromEntries(files)));
}
