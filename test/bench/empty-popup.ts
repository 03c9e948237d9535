import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Empty</title>
    <script type="module" crossorigin src="/empty.js"></script>
    <link rel="stylesheet" crossorigin href="/empty.css">
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`;

const CSS = `:root { color-scheme: light dark; font-family: system-ui, sans-serif }
body { inline-size: 25rem; min-block-size: 20rem; margin: 0; font-size: 0.875rem; line-height: 1.45 }
.line { margin: 0; padding: 0.75rem 1rem }
`;

const SCRIPT = `import { h, render } from 'preact';
render(h('p', { class: 'line' }, 'Nothing to see here'), document.getElementById('app'));
`;

/** The page that the popup is compared with: what Preact itself and a page of an extension cost. */
export const EMPTY_POPUP = { path: 'empty.html', selector: '.line' };

/** Does the work with a temporary copy of a build that has the empty popup in it as well. */
export async function withEmptyPopup<T>(built: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'liner-notes-bench-'));
  try {
    await cp(built, folder, { recursive: true });
    const files = { 'empty.html': HTML, 'empty.css': CSS, 'empty.js': await bundled() };
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundled(): Promise<string> {
  const stdin = { contents: SCRIPT, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', minify: true, write: false });
  return outputFiles[0]?.text ?? '';
}
