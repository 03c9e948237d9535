import type { CDPSession, Protocol } from 'puppeteer-core';
import { problem } from './problem.ts';

type Runtime = {
  console: Protocol.Runtime.ConsoleAPICalledEvent;
  exception: Protocol.Runtime.ExceptionThrownEvent;
};

const CONSOLE_KINDS: readonly string[] = ['error', 'warning', 'assert'];

/** Reports what goes wrong in one target, content scripts included. */
export async function watchProblems(session: CDPSession, url: string, report: (line: string) => void): Promise<void> {
  session.on('Runtime.consoleAPICalled', (event) => {
    if (CONSOLE_KINDS.includes(event.type)) report(describeConsole(event, url));
  });
  session.on('Runtime.exceptionThrown', (event) => report(describeException(event, url)));
  session.on('Log.entryAdded', ({ entry }) => {
    // The browser's own words on a failed request are no problem of the extension's: its code hears of the failure.
    if (entry.source === 'network' || !['error', 'warning'].includes(entry.level)) return;
    report(problem(`browser ${entry.level}`, entry.text, entry.url ?? url, (entry.lineNumber ?? -1) + 1));
  });
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
}

function describeConsole(event: Runtime['console'], url: string): string {
  const frame = event.stackTrace?.callFrames[0];
  const text = event.args.map(asText).join(' ');
  return problem(`console.${event.type}`, text, frame?.url ?? url, (frame?.lineNumber ?? -1) + 1);
}

function describeException({ exceptionDetails }: Runtime['exception'], url: string): string {
  const { text, exception, stackTrace, lineNumber } = exceptionDetails;
  const source = exceptionDetails.url ?? stackTrace?.callFrames[0]?.url ?? url;
  return problem(text, exception ? asText(exception) : '', source, lineNumber + 1);
}

function asText(value: Protocol.Runtime.RemoteObject): string {
  if (value.preview && value.subtype !== 'error')
    return value.preview.properties.map(({ name, value: shown }) => `${name}: ${shown}`).join(', ');
  return String(value.value ?? value.unserializableValue ?? value.description ?? value.type);
}
