import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';

const FOLDER = join(import.meta.dirname, '../fixtures/attacks');

export const BEFORE = 'A sane text before.';
export const AFTER = 'A sane text after.';
/** Whatever an attack asks for is asked of this host; what it runs sets the global variable `attacked`. */
export const ATTACKER = 'attack.example';

/** What browsers say of what is taken apart, in a document that nobody sees: there its policy holds too, and nothing runs. */
export const OF_PARSING = new RegExp(
  [
    'Applying inline style violates',
    'inline event handler violates',
    "Setting the document's base URI to .* violates",
    'Loading media from .* violates',
    "requires 'TrustedScript' assignment",
    'All candidate resources failed to load',
    '<math> element is deprecated',
  ].join('|'),
);

/** A piece of hostile HTML. */
export interface Attack {
  readonly name: string;
  readonly html: string;
  /** It takes all that comes after it into itself, as HTML has it. */
  readonly swallows: boolean;
  /** In a page of the blog what comes after it is outside of the text, or deeper than any text is. */
  readonly spoils: boolean;
}

/** All samples. In the files each begins with a line `=== name`; `{{deep:3:<b>}}` stands for `<b><b><b>`. */
export function attacks(): Attack[] {
  return globSync('*.txt', { cwd: FOLDER })
    .sort()
    .flatMap((file) => attacksIn(file));
}

function attacksIn(file: string): Attack[] {
  const [, ...samples] = readFileSync(join(FOLDER, file), 'utf8').split(/^=== /m);
  return samples.map((sample) => {
    const end = sample.indexOf('\n');
    const [title, html] = [sample.slice(0, end), sample.slice(end + 1).trimEnd()];
    const [name = '', kind] = title.split(/ \[|\]/);
    return { name: `${file}: ${name}`, html: unfolded(html), swallows: kind === 'swallows', spoils: kind === 'spoils' };
  });
}

/** The attack as an article has it, between texts that are to stay. */
export function articleWith({ html }: Attack): string {
  return `<p>${BEFORE}</p>${html}<p>${AFTER}</p>`;
}

function unfolded(html: string): string {
  return html.replace(/\{\{deep:(\d+):(.*?)\}\}/g, (_, times: string, part: string) => part.repeat(Number(times)));
}

/** Loads the policy itself into a page, and what looks at what it has done. */
export async function loadTools(page: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../lib/sanitize.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'sanitizer',
    write: false,
  });
  const tools = `{ sanitizer, findHostile: ${findHostile}, provoke: ${provoke} }`;
  await page.evaluate(`${outputFiles[0]?.text}; globalThis.attackTools = ${tools}`);
}

/** What is put into a page beside the page's own. */
interface PutIn {
  sanitizer?: typeof import('../../lib/sanitize.ts');
  findHostile?: typeof findHostile;
  provoke?: typeof provoke;
}

declare global {
  var attackTools: PutIn | undefined;
}

/** What an element that shows an article holds that an article may not. Runs in the page. */
export function findHostile(selector: string): string[] {
  const FORBIDDEN =
    /^(?:applet|area|audio|base|body|canvas|command|dialog|embed|fencedframe|font|form|frame|frameset|head|html|iframe|image|input|keygen|link|listing|map|marquee|meta|noembed|noframes|noscript|object|option|param|picture|plaintext|portal|script|select|slot|source|style|svg|template|textarea|title|track|video|xmp)$|[-:]/;
  const OURS = '.picture, .code-bar button, .footnote-link, [role="group"]';
  const attributeIsHostile = (element: Element, { name, value }: Attr) => {
    if (/^on|^aria-|^(?:style|tabindex|role)$/.test(name) && !element.matches(OURS)) return true;
    if (/^on/.test(name)) return true;
    if (name === 'href') return !/^(?:https?:\/\/|#post-)/.test(value);
    if (name === 'src') return !value.startsWith('blob:');
    if (name === 'id') return !/^(?:post|section)-/.test(value);
    if (name === 'target') return value !== '_blank' || element.getAttribute('rel') !== 'noopener noreferrer';
    if (name === 'class')
      return !/^(?:picture|code|code-bar|table|formula|missing-picture|footnote-link|language-\S+|hljs-.+)( footnote-link)?$/.test(
        value,
      );
    return /^(?:srcset|action|formaction|ping|background|is|slot|part|autofocus|contenteditable|popover.*|command.*|invoke.*|accesskey|name|nonce|usemap|cite|download|hidden|inert|draggable|xlink:.*|xml:.*|v-.*|x-.*|hx-.*|ng-.*|attributionsrc)$/.test(
      name,
    );
  };
  const root = document.querySelector(selector);
  if (!root) return ['nothing is shown'];
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const found = [...element.attributes].filter((attribute) => attributeIsHostile(element, attribute));
    const isOdd = FORBIDDEN.test(element.localName) || element.shadowRoot !== null;
    const isForeign = !/xhtml|MathML/.test(element.namespaceURI ?? '');
    const isButton = element.localName === 'button' && !element.matches(OURS);
    return isOdd || isForeign || isButton || found.length > 0 ? [element.outerHTML.slice(0, 200)] : [];
  });
}

/** Does to all elements what a reader might, and what browsers do by themselves. Runs in the page. */
export function provoke(selector: string): void {
  const EVENTS =
    'click mouseover mouseenter focus focusin toggle error load animationstart scroll pointerover wheel copy';
  for (const element of document.querySelector(selector)?.querySelectorAll('*') ?? []) {
    // The page's own.
    if (element.matches('.code-bar button, button.picture')) continue;
    for (const name of EVENTS.split(' ')) {
      // What is left are links to elsewhere: nobody has to follow them.
      const event = new Event(name, { bubbles: true, cancelable: true });
      if (name === 'click') element.addEventListener('click', (click) => click.preventDefault(), { once: true });
      element.dispatchEvent(event);
    }
    const href = element.getAttribute('href') ?? '';
    if (element instanceof HTMLElement && href !== '' && !/^https?:/.test(href)) element.click();
  }
}
