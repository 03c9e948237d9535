import { parseArgs } from 'node:util';
import type { BrowserName } from '../launch/launch.ts';

export interface DemoOptions {
  readonly browser: BrowserName;
  /** The real site instead of the replica. */
  readonly live: boolean;
  readonly headless: boolean;
  readonly help: boolean;
}

export const HELP = `Shows Liner Notes on the Spotify Engineering blog: in a browser window, or as a printed tour without a display.

npm start -- [options]
  --browser <name>  chromium (default) or firefox
  --live            the real blog, instead of the stand-in on this machine
  --headless        the tour, even where a window could be shown; screenshots go to .output/tour/
  --help            this text

Set DEBUG=1 to see where an error came from.`;

/** An argument that the demo does not know. */
export class WrongArgument extends Error {
  constructor(sentence: string) {
    super(`${sentence}. Type "npm start -- --help" to see what there is.`);
  }
}

/** @throws WrongArgument */
export function readOptions(args: string[]): DemoOptions {
  const { browser, ...switches } = parse(args);
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new WrongArgument(`--browser is chromium or firefox, not "${browser}"`);
  }
  return { browser, ...switches };
}

function parse(args: string[]) {
  const options = {
    browser: { type: 'string', default: 'chromium' },
    live: { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    // Node's own message: only its first sentence is about what was typed.
    throw new WrongArgument(String(error instanceof Error ? error.message : error).split(/\.\s|\n/)[0] ?? '');
  }
}
