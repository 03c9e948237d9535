import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type * as Server from './server.tsx';

const SHARED: BuildOptions = {
  bundle: true,
  write: false,
  jsx: 'automatic',
  jsxImportSource: 'react',
  logLevel: 'silent',
  // The development build of React is the one that reports hydration problems.
  // Its timings, however, would fill Firefox's console.
  define: { 'process.env.NODE_ENV': '"development"', 'console.timeStamp': 'undefined' },
};

let script: Promise<string> | undefined;
let server: Promise<typeof Server> | undefined;

/** The script that hydrates the pages. Built once in a process. */
export function clientScript(): Promise<string> {
  script ??= bundle(new URL('./client.tsx', import.meta.url), { format: 'iife', target: 'es2022' });
  return script;
}

/** The renderer, built as the script is, so that no test runner's aliases for React come between the two. */
export function serverRenderer(): Promise<typeof Server> {
  server ??= loadServer();
  return server;
}

async function loadServer(): Promise<typeof Server> {
  const external = ['react', 'react/*', 'react-dom', 'react-dom/*'];
  const code = await bundle(new URL('./server.tsx', import.meta.url), { format: 'cjs', platform: 'node', external });
  const module: { exports: unknown } = { exports: {} };
  new Function('require', 'module', code)(createRequire(import.meta.url), module);
  return module.exports as typeof Server;
}

async function bundle(entry: URL, options: BuildOptions): Promise<string> {
  const entryPoints = [fileURLToPath(entry)];
  const { outputFiles } = await build({ ...SHARED, ...options, write: false, entryPoints });
  return outputFiles[0]?.text ?? '';
}
