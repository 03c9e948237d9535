import { ensureBrowser } from '../launch/browsers.mjs';
import { hasDisplay } from '../launch/display.ts';
import { buildExtension } from './build.ts';
import { HELP, readOptions, WrongArgument } from './options.ts';
import { onStage } from './stage.ts';
import { playTour } from './tour.ts';
import { showWindow } from './window.ts';

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) return console.log(HELP);
  ensureBrowser(options.browser, console.log);
  console.log(`Building Liner Notes for ${options.browser}`);
  await buildExtension(options.browser);
  const headless = options.headless || !hasDisplay();
  await onStage({ ...options, headless }, headless ? playTour : showWindow);
}

function report(error: unknown): number {
  if (process.env['DEBUG']) console.error(error);
  else console.error(error instanceof Error ? error.message : String(error));
  return error instanceof WrongArgument ? 2 : 1;
}

process.exitCode = await main(process.argv.slice(2)).then(() => 0, report);
