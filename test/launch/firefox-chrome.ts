import type { Browser } from 'puppeteer-core';

/** What this uses of puppeteer's WebDriver BiDi connection, which its types leave out. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  on(event: 'script.message', handler: (message: { channel: string; data: { value?: unknown } }) => void): unknown;
}

interface Tree {
  contexts: { context: string }[];
}

interface Evaluation {
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** Script with all rights in Firefox's own window (its "chrome"), which `--remote-allow-system-access` opens to BiDi. */
export interface FirefoxChrome {
  /** Runs the body of an async function there; answers the string that it returns. Throws what it throws. */
  run(body: string): Promise<string>;
  /** Runs the body of a function there that calls `push(text)` whenever it has something to tell. */
  listen(body: string, hear: (text: string) => void): Promise<void>;
}

export async function openFirefoxChrome(browser: Browser): Promise<FirefoxChrome> {
  const connection = connectionOf(browser);
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree;
  const context = tree.contexts[0]?.context;

  const call = async (functionDeclaration: string, args: object[]) => {
    const params = { functionDeclaration, arguments: args, target: { context }, awaitPromise: true };
    const { result, exceptionDetails } = (await connection.send('script.callFunction', params)).result as Evaluation;
    if (exceptionDetails) throw new Error(`In Firefox's window: ${exceptionDetails.text}`);
    return String(result?.value ?? '');
  };

  return {
    run: (body) => call(`async () => { ${body} }`, []),
    listen: async (body, hear) => {
      const channel = `liner-notes-${crypto.randomUUID()}`;
      connection.on('script.message', (message) => {
        if (message.channel === channel) hear(String(message.data.value));
      });
      await call(`(push) => { ${body} }`, [{ type: 'channel', value: { channel } }]);
    },
  };
}

function connectionOf(browser: Browser): Connection {
  if (!('connection' in browser)) throw new Error('This version of puppeteer shows no WebDriver BiDi connection.');
  return browser.connection as Connection;
}
