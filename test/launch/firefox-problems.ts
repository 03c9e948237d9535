import type { FirefoxChrome } from './firefox-chrome.ts';
import { problem } from './problem.ts';

interface Message {
  kind: string;
  text: string;
  source: string;
  line: number;
}

// Runs in every process of Firefox: the console calls of a page, a content script or a background stay in theirs.
const IN_EACH_PROCESS = `
  const system = Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal);
  const text = (value) => {
    if (value === null || typeof value !== 'object') return String(value);
    if (value.stack) return value.name + ': ' + value.message + '\\n' + value.stack;
    try { return JSON.stringify(value); } catch { return String(value); }
  };
  Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).addLogEventListener((event) => {
    const { level, arguments: args, filename, lineNumber } = event.wrappedJSObject ?? event;
    if (!['error', 'warn', 'assert'].includes(level)) return;
    const said = Array.from(args ?? [], text).join(' ');
    sendAsyncMessage('LinerNotes:Console', { kind: 'console.' + level, text: said, source: filename, line: lineNumber });
  }, system);
`;

// Exceptions, rejections and Firefox's own warnings of every process arrive in the main one.
const IN_MAIN_PROCESS = `
  const tell = (message) => push(JSON.stringify(message));
  Services.ppmm.addMessageListener('LinerNotes:Console', ({ data }) => tell(data));
  const script = ${JSON.stringify(IN_EACH_PROCESS)};
  Services.ppmm.loadProcessScript('data:application/javascript,' + encodeURIComponent('{' + script + '}'), true);
  Services.console.registerListener({ observe(message) {
    if (!(message instanceof Ci.nsIScriptError)) return tell({ kind: 'message', text: message.message, source: '', line: 0 });
    if (message.flags & Ci.nsIScriptError.infoFlag) return;
    const kind = message.flags & Ci.nsIScriptError.warningFlag ? 'browser warning' : 'uncaught';
    tell({ kind, text: message.errorMessage + ' [' + message.category + ']', source: message.sourceName, line: message.lineNumber });
  } });
`;

// What Firefox says of its own doings, of whatever extension: when a page ends or sleeps that listened to
// `storage.onChanged`, when a frame is gone before it was fully there, when a background or a content script that is put to rest
// had still asked the browser for something (`wrapPromise` in ExtensionCommon.sys.mjs) or the library, and when an extension is
// installed over itself.
const OWN_DOINGS =
  /^(sendRemoveListener on closed conduit|Ignored listener for inactive context|FrameData missing for|Promise (resolved|rejected) (after context unloaded|while context is inactive)|An IndexedDB transaction that was not yet complete has been aborted due to page navigation)[\s:.]|\taddons\.xpi\tWARN\t/;

/** Reports what goes wrong in web pages and in the extension; what Firefox says of itself and of its own is left out. */
export async function watchProblems(
  chrome: FirefoxChrome,
  extension: { readonly id: string; readonly origin: string },
  report: (line: string) => void,
): Promise<void> {
  await chrome.listen(IN_MAIN_PROCESS, (json) => {
    const { kind, text, source, line } = JSON.parse(json) as Message;
    const concernsUs = /^https?:/.test(source) || source.startsWith(extension.origin) || text.includes(extension.id);
    if (concernsUs && !OWN_DOINGS.test(text)) report(problem(kind, text, source, line));
  });
}
