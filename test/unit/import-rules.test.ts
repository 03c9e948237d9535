import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const IMPORT = /(?:from|import)\s*\(?\s*'([^']*)'/g;

/** Whose imports are limited, and to what: beginnings of paths, and names of packages. */
const MAY_IMPORT: ReadonlyArray<readonly [importer: string, imported: readonly string[]]> = [
  ['lib/post.ts', []],
  ['lib/errors.ts', []],
  ['lib/blog/', ['lib/post.ts', 'lib/errors.ts', 'lib/blog/']],
  [
    'lib/parse/',
    ['lib/post.ts', 'lib/errors.ts', 'lib/blog/', 'lib/parse/', 'feedsmith', 'entities', '@mozilla/readability'],
  ],
  ['lib/store/', ['lib/post.ts', 'lib/errors.ts', 'lib/store/', 'dexie']],
];

/** What must not be within reach of a file, not even through others. */
const MUST_NOT_REACH: ReadonlyArray<readonly [from: string, to: string, why: string]> = [
  ['entrypoints/blog.content/', 'lib/store/', "its IndexedDB would be the blog's"],
  ['components/', 'lib/parse/', 'components show, they do not parse'],
];

/** The only files that may send requests: of polling, and for the pictures of the lists. */
const FETCHES = ['lib/poll/request.ts', 'lib/thumbnails.ts'];

const files = globSync('{entrypoints,components,lib}/**/*.{ts,tsx}', { cwd: ROOT });
const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe('the import rules', () => {
  it('see the code', () => {
    expect(imports.get('entrypoints/background.ts')).toContain('lib/poll/poll.ts');
    expect(
      [...imports.values()]
        .flat()
        .filter((file) => /^(lib|components|entrypoints)\//.test(file) && !/\.css/.test(file) && !imports.has(file)),
    ).toEqual([]);
  });

  it.each(MAY_IMPORT)('%s imports nothing but %j', (importer, allowed) => {
    const importers = files.filter((file) => file.startsWith(importer));
    expect(importers).not.toHaveLength(0);
    const strays = importers.flatMap((file) =>
      (imports.get(file) ?? []).filter((imported) => !allowed.some((start) => imported.startsWith(start))),
    );
    expect(strays).toEqual([]);
  });

  it.each(MUST_NOT_REACH)('%s does not reach %s: %s', (from, to) => {
    const starts = files.filter((file) => file.startsWith(from));
    expect(starts).not.toHaveLength(0);
    expect([...reachOf(starts)].filter((file) => file.startsWith(to))).toEqual([]);
  });

  it('only the background polls', () => {
    const others = files.filter(
      (file) => /^(components|entrypoints)\//.test(file) && file !== 'entrypoints/background.ts',
    );
    expect([...reachOf(others)].filter((file) => file.startsWith('lib/poll/'))).toEqual([]);
  });

  it('only few send requests', () => {
    const requests = /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/;
    expect(files.filter((file) => requests.test(readFileSync(join(ROOT, file), 'utf8'))).sort()).toEqual(FETCHES);
  });

  it('nobody imports an entry point', () => {
    const strays = files.flatMap((file) =>
      (imports.get(file) ?? []).filter((imported) => imported.startsWith('entrypoints/') && /\.tsx?$/.test(imported)),
    );
    expect(strays).toEqual([]);
  });
});

/** What a file imports, types left out: they are gone when the code runs. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(/import type [^;]*;/g, '');
  return [...code.matchAll(IMPORT)].map(([, path = '']) =>
    path.startsWith('.') ? relative(ROOT, join(ROOT, file, '..', path)) : path,
  );
}

function reachOf(starts: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const queue = [...starts];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...(imports.get(file) ?? []));
  }
  return reached;
}
