import { readFileSync } from 'node:fs';
import { answer } from '../answers.ts';
import { pictureAnswer } from '../pictures.ts';
import type { Route } from '../routes.ts';
import type { Settings } from '../types.ts';
import { clientScript } from './bundle.ts';

/** The files that every page uses; undefined for any other path. */
export function staticFile(pathname: string, settings: Settings): ReturnType<Route> | undefined {
  switch (pathname) {
    case '/_next/static/chunks/main.js':
      return { part: 'script', answer: async () => answer('text/javascript; charset=utf-8', await clientScript()) };
    case '/_next/static/css/main.css':
      return { part: undefined, answer: async () => answer('text/css; charset=utf-8', styles(settings)) };
    case '/favicon.png':
    case '/favicon.ico':
      return { part: undefined, answer: async () => pictureAnswer('favicon') };
    default:
      return undefined;
  }
}

function styles({ dark }: Settings): Buffer {
  const sheets = dark ? ['styles.css', 'dark.css'] : ['styles.css'];
  return Buffer.concat(sheets.map((name) => readFileSync(new URL(name, import.meta.url))));
}
