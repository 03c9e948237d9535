import dockerfile from 'highlight.js/lib/languages/dockerfile';
import groovy from 'highlight.js/lib/languages/groovy';
import protobuf from 'highlight.js/lib/languages/protobuf';
import scala from 'highlight.js/lib/languages/scala';
import { common, createLowlight } from 'lowlight';
import type { CodeBlock } from './code.ts';

/** What code is made of, once it is told apart: text, and parts with the names of their kind. */
type Part = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children'][number];

/** Longer ones would hold up the page. */
const LONGEST = 50_000;

const lowlight = createLowlight({ ...common, dockerfile, groovy, protobuf, scala });
lowlight.registerAlias({ typescript: ['tsx'], javascript: ['jsx'], bash: ['shell-session'], groovy: ['gradle'] });

/** Colours the code whose language is known; the text stays the same. */
export function highlightCode(blocks: readonly CodeBlock[]): void {
  for (const { code, language } of blocks) {
    const text = code.textContent;
    if (!lowlight.registered(language) || text.length > LONGEST) continue;
    code.replaceChildren(...lowlight.highlight(language, text).children.flatMap(nodesOf));
  }
}

function nodesOf(part: Part): Node[] {
  if (part.type === 'text') return [document.createTextNode(part.value)];
  if (part.type !== 'element') return [];
  const span = document.createElement('span');
  span.className = [part.properties['className'] ?? []].flat().join(' ');
  span.append(...part.children.flatMap(nodesOf));
  return [span];
}
