import { expect, it } from 'vitest';
import { insertFromStart } from '../../lib/reader/insert-article.ts';
import { eventually } from './eventually.ts';

const LONG = 100_000;

it('what is read first is there at once, and the rest in its order soon after', async () => {
  const texts = ['First', 'x'.repeat(LONG), 'Second', 'Last'];
  const element = document.createElement('div');
  insertFromStart(element, articleOf(texts), new AbortController().signal);
  expect(textsOf(element)).toEqual(texts.slice(0, 2));
  await eventually(() => expect(textsOf(element)).toEqual(texts));
});

it('a short article is there at once', () => {
  const element = document.createElement('div');
  insertFromStart(element, articleOf(['First', 'Last']), new AbortController().signal);
  expect(textsOf(element)).toEqual(['First', 'Last']);
});

it('nothing is added to what has taken the place of an article', async () => {
  const end = new AbortController();
  const element = document.createElement('div');
  insertFromStart(element, articleOf(['x'.repeat(LONG), 'Last']), end.signal);
  end.abort();
  const next = new AbortController();
  insertFromStart(element, articleOf(['x'.repeat(LONG), 'Next']), next.signal);
  await eventually(() => expect(textsOf(element)).toContain('Next'));
  expect(textsOf(element)).not.toContain('Last');
});

function articleOf(texts: readonly string[]): DocumentFragment {
  const article = document.createDocumentFragment();
  for (const text of texts) article.append(Object.assign(document.createElement('p'), { textContent: text }));
  return article;
}

function textsOf(element: Element): string[] {
  return [...element.children].map(({ textContent }) => textContent);
}
