import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { type Figure, type Goal, plainFigure } from './figure.ts';

interface Size {
  readonly raw: number;
  readonly gzip: number;
}

/** What starts anew each time something happens, or comes with each page of the blog, has to be small. */
const GOALS: ReadonlyMap<string, Goal> = new Map([
  ['background', { most: 80 * 1024, text: '≤ 80 KiB' }],
  ['content script', { most: 24 * 1024, text: '≤ 24 KiB' }],
  ['popup', { most: 60 * 1024, text: '≤ 60 KiB' }],
]);

type Sizes = ReadonlyMap<string, Size>;

/** What this reads of a manifest. */
interface Manifest {
  readonly background: { readonly service_worker?: string; readonly scripts?: readonly string[] };
  readonly content_scripts: readonly { readonly js?: readonly string[]; readonly css?: readonly string[] }[];
}

/** The sizes of the scripts and style sheets of a build: each file, and all that an entry point loads when it starts. */
export async function sizeFigures(build: string): Promise<Figure[]> {
  const files = await filesOf(build);
  const sizes = new Map(await Promise.all(files.filter(isCode).map((file) => measured(build, file))));
  const starts = [...(await scriptsOf(build)), ...(await pagesOf(build, files))];
  const whole = starts.map(([name, loaded]) =>
    figuresOf(build, `${name}, all`, totalOf(sizes, loaded), GOALS.get(name)),
  );
  const single = [...sizes].map(([file, size]) => figuresOf(build, withoutHash(file), size));
  return [...whole, ...single].flat();
}

async function filesOf(build: string): Promise<string[]> {
  const entries = await readdir(build, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => relative(build, join(file.parentPath, file.name)).replaceAll('\\', '/')).sort();
}

function isCode(file: string): boolean {
  return /\.(js|css)$/.test(file);
}

/** The size of a file of a build. */
export async function measured(build: string, file: string): Promise<[string, Size]> {
  const bytes = await readFile(join(build, file));
  return [file, { raw: bytes.length, gzip: gzipSync(bytes).length }];
}

async function scriptsOf(build: string): Promise<[string, string[]][]> {
  const manifest: Manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8'));
  const { service_worker: worker, scripts = [] } = manifest.background;
  const content = manifest.content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
  return [
    ['background', worker ? [worker] : [...scripts]],
    ['content script', [...new Set(content)]],
  ];
}

function pagesOf(build: string, files: readonly string[]): Promise<[string, string[]][]> {
  const pages = files.filter((file) => file.endsWith('.html'));
  return Promise.all(pages.map(async (page) => [basename(page, '.html'), await loadedBy(build, page)]));
}

/** What a page loads at its start: what it names, and what its scripts import before they run. */
async function loadedBy(build: string, page: string): Promise<string[]> {
  const html = await readFile(join(build, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].flatMap(([, file]) => file ?? []);
  const scripts = named.filter((file) => file.endsWith('.js'));
  return [...new Set([...named, ...(await importedBy(build, scripts))])];
}

/** The scripts that these import, and those that they import in turn; not what they load later. */
async function importedBy(build: string, scripts: readonly string[]): Promise<Set<string>> {
  const options = { absWorkingDir: build, bundle: true, format: 'esm', outdir: 'bundled', write: false } as const;
  const { metafile } = await bundle({ ...options, entryPoints: [...scripts], metafile: true, logLevel: 'error' });
  const imported = new Set(scripts);
  for (const script of imported) {
    const imports = metafile.inputs[script]?.imports ?? [];
    for (const { path, kind } of imports) if (kind === 'import-statement') imported.add(path);
  }
  return imported;
}

function totalOf(sizes: Sizes, files: readonly string[]): Size {
  let [raw, gzip] = [0, 0];
  for (const file of files) {
    const size = sizes.get(file);
    if (!size) throw new Error(`The build lacks ${file}, which it names.`);
    raw += size.raw;
    gzip += size.gzip;
  }
  return { raw, gzip };
}

/** The name of a file from one build to the next. */
function withoutHash(file: string): string {
  return file.replace(/^((?:chunks|assets)\/.+)-[\w-]{8}(\.\w+)$/, '$1$2');
}

function figuresOf(build: string, name: string, { raw, gzip }: Size, goal?: Goal): Figure[] {
  const full = `${basename(build)}: ${name}`;
  return [plainFigure(`${full}, raw`, raw, 'bytes'), plainFigure(`${full}, gzip`, gzip, 'bytes', goal)];
}
