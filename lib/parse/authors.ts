import { AUTHORS, NO_AUTHOR } from '../blog/article-selectors.ts';
import { cleanText } from './text.ts';

const MOST_AUTHORS = 50;
/** So long is what a page tells search engines, at most, in characters. */
const LONGEST_FACTS = 100_000;

/** Who wrote a post, as its page says outside of its text, each once: to its readers, else to search engines. */
export function getAuthors(page: ParentNode, text: Element): string[] {
  const shown = [...page.querySelectorAll(AUTHORS)].filter((link) => !text.contains(link));
  const names = cleanNames(shown.map((link) => link.textContent));
  return names.length > 0 ? names : cleanNames([...toldNames(page)]);
}

function cleanNames(names: readonly string[]): string[] {
  const clean = names.map(cleanText).filter((name) => name !== '' && !NO_AUTHOR.test(name));
  return [...new Set(clean)].slice(0, MOST_AUTHORS);
}

function* toldNames(page: ParentNode): Generator<string> {
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (textContent.length <= LONGEST_FACTS) yield* namesIn(parsed(textContent));
  }
  yield page.querySelector('meta[name="author"]')?.getAttribute('content') ?? '';
}

/** The names of the authors of the articles that schema.org facts tell of. */
function* namesIn(facts: unknown): Generator<string> {
  for (const fact of listOf(facts).flatMap((fact) => (isObject(fact) ? [fact, ...listOf(fact['@graph'])] : []))) {
    if (!isObject(fact) || !/Article|BlogPosting/.test(String(fact['@type']))) continue;
    for (const author of listOf(fact['author'])) {
      const name = isObject(author) ? author['name'] : author;
      if (typeof name === 'string') yield name;
    }
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
