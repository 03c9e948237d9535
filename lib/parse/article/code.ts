import { made } from './dom.ts';

/** What holds code, outer ones first. */
const CODE = '.syntaxhighlighter, .crayon-syntax, .gist, table.highlight, pre, code';
/** Lines that have an element of their own, where white space between them means nothing. */
const ROWS = '.blob-code, .hljs-ln-code, .code .container > .line, .crayon-line';
const LINES = '.line, [data-line], [data-line-number]';
/** What stands beside code and is none. */
const BESIDE = `.linenumber, .line-number, .line-numbers-rows, .lineno, .linenos, .lnt, .ln, .hljs-ln-numbers, .gutter,
  .rouge-gutter, .blob-num, .crayon-nums, .react-syntax-highlighter-line-number, button, script, style, template`;
/** How classes tell the language, the plainest first. */
const LANGUAGES = [
  /(?:^|\s)(?:language-|lang-|brush:\s*|highlight-source-)([\w+#.-]{1,30})/i,
  /(?:^|\s)(?:syntaxhighlighter|sourceCode|hljs)\s+([\w+#.-]{1,30})/,
];
const LANGUAGE_ATTRIBUTES = ['data-lang', 'data-language', 'data-enlighter-language', 'lang'];
const NO_LANGUAGE =
  /^(?:text|txt|plain|plaintext|none|generic|raw|default|nohighlight|no-highlight|undefined|language-.*|line-numbers)$/i;

/**
 * Makes `pre` with `code` of whatever shows code, its lines as they are: without their numbers, and with the language as the class
 * `language-…` where the page tells it. Verses stay verses.
 */
export function settleCode(text: Element): void {
  for (const holder of text.querySelectorAll(CODE)) {
    if (!text.contains(holder)) continue;
    if (holder.localName !== 'code') settleBlock(holder);
    else if (isAlone(holder)) settleBlock(holder.parentElement ?? holder);
  }
}

/** Whether an element for code within text is all that its paragraph has, and of several lines. */
function isAlone(code: Element): boolean {
  const { parentElement: parent, previousElementSibling: before, nextElementSibling: after } = code;
  if (!parent?.matches('p, div') || before || after) return false;
  if (!code.querySelector('br') && !code.textContent.trim().includes('\n')) return false;
  return parent.textContent.trim() === code.textContent.trim();
}

function settleBlock(holder: Element): void {
  const page = holder.ownerDocument;
  const block = page.createElement('pre');
  const lines = codeOf(holder);
  if (holder.matches('.wp-block-verse')) block.append(lines);
  else block.append(made(page, 'code', classOf(holder), lines));
  if (lines === '') holder.remove();
  else holder.replaceWith(block);
}

function classOf(holder: Element): Record<string, string> {
  const around = [holder.parentElement, holder.parentElement?.parentElement ?? null];
  const elements = [holder, ...[...holder.querySelectorAll('code, pre')].slice(0, 2), ...around];
  const language = elements.map((element) => element && languageOf(element)).find(Boolean);
  return language ? { class: `language-${language.toLowerCase()}` } : {};
}

function languageOf(element: Element): string | undefined {
  const isCode = element.matches('pre, code');
  const told = LANGUAGE_ATTRIBUTES.filter((name) => isCode || name !== 'lang').map((name) =>
    element.getAttribute(name),
  );
  const named = LANGUAGES.map((pattern) => pattern.exec(element.getAttribute('class') ?? '')?.[1]);
  return [...told, ...named].find((name): name is string => isLanguage(name ?? ''));
}

function isLanguage(name: string): boolean {
  return /^[\w+#.-]{1,30}$/.test(name) && !NO_LANGUAGE.test(name);
}

/** The lines of code, without empty ones at either end. */
function codeOf(holder: Element): string {
  const rows = rowsOf(holder);
  const code = rows ? rows.map((row) => textOf(row).replace(/\n$/, '')).join('\n') : textOf(holder);
  return code
    .replaceAll('\u00a0', ' ')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line))
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** The elements of the lines, if there is one for each and nothing else to end a line. */
function rowsOf(holder: Element): Element[] | undefined {
  const rows = [...holder.querySelectorAll(ROWS)];
  if (rows.length > 0) return rows;
  const blocks = [...holder.querySelectorAll('div, p, li')].filter((block) => !block.querySelector('div, p, li'));
  if (blocks.length > 1) return hasOnly(holder, blocks) ? blocks : undefined;
  const lines = [...holder.querySelectorAll(LINES)].filter((line) => !line.matches(BESIDE));
  const ends = holder.textContent.split('\n').length + holder.querySelectorAll('br').length;
  return lines.length > ends && hasOnly(holder, lines) ? lines : undefined;
}

function hasOnly(holder: Element, lines: readonly Element[]): boolean {
  const letters = (element: Element) => textOf(element).replace(/\s/g, '').length;
  return lines.reduce((sum, line) => sum + letters(line), 0) === letters(holder);
}

function textOf(holder: Element): string {
  const parts: string[] = [];
  const isKept = holder.closest('pre') !== null || holder.querySelector('pre') !== null;
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = holder.ownerDocument.createTreeWalker(holder, shown, (node) =>
    node.nodeType === 1 && (node as Element).matches(BESIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR') parts.push('\n');
    else if (node.nodeType === 3) parts.push(isKept ? (node.nodeValue ?? '') : afterBreak(node));
  }
  return parts.join('');
}

/** Where white space is not kept, the end of a line of HTML after a line break is not another one. */
function afterBreak({ nodeValue, previousSibling }: Node): string {
  return previousSibling?.nodeName === 'BR' ? (nodeValue ?? '').replace(/^[ \t\r]*\n/, '') : (nodeValue ?? '');
}
