import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Footnote } from '../../lib/reader/footnotes.ts';
import type { Heading } from '../../lib/reader/headings.ts';
import { showArticle } from '../../lib/reader/shown-article.ts';
import type { OfflineCopy } from '../../lib/store/offline-copy.ts';
import { speakEnglish } from './english.ts';
import { eventually } from './eventually.ts';

// It needs the parser of a browser: there it is tested, with its attacks.
vi.mock('../../lib/sanitize.ts', () => ({
  sanitizeFromStart: (html: string, _: string, characters: number) => {
    const rest = document.createRange().createContextualFragment(html);
    const start = document.createDocumentFragment();
    while (rest.firstElementChild && start.textContent.length < characters) start.append(rest.firstElementChild);
    return { start, rest: rest.firstElementChild ? () => rest : undefined };
  },
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    disconnect(): void {}
  },
);

const LONG = 'x'.repeat(100_000);

let element: HTMLElement;
let headings: readonly Heading[] | undefined;
let notes: Footnote[];
beforeEach(async () => {
  await speakEnglish();
  element = document.createElement('div');
  headings = undefined;
  notes = [];
  document.body.replaceChildren(element);
});

it('what is read first is there at once, and the rest in its order soon after', async () => {
  show(`<p>First</p><p>${LONG}</p><h2>Second</h2><p>Last</p>`);
  expect(texts()).toEqual(['First', LONG]);
  await eventually(() => expect(texts()).toEqual(['First', LONG, 'Second', 'Last']));
  expect(headings?.map(({ text }) => text)).toEqual(['Second']);
});

it('a short article is there at once, with its headings', () => {
  show('<h2>First</h2><p>Last</p>');
  expect(texts()).toEqual(['First', 'Last']);
  expect(headings?.map(({ text }) => text)).toEqual(['First']);
});

it('nothing is added to what has taken the place of an article', async () => {
  const end = new AbortController();
  show(`<p>${LONG}</p><p>Last</p>`, end.signal);
  end.abort();
  show(`<p>${LONG}</p><p>Next</p>`);
  await eventually(() => expect(texts()).toContain('Next'));
  expect(texts()).toEqual([LONG, 'Next']);
});

it('a note of the start stands in the rest, whatever is put around that', async () => {
  show(`<p>${LONG}<sup><a href="#n">1</a></sup></p><table><tr><td>2</td><td id="n">Note</td></tr></table>`);
  expect(element.querySelector('table')).toBeNull();
  await eventually(() => expect(element.querySelector('.footnote-link')).not.toBeNull());
  element.querySelector<HTMLElement>('.footnote-link')?.click();
  expect(notes.map(({ note }) => note.textContent)).toEqual(['Note']);
});

it('what is said of a missing picture is no part of a heading', () => {
  show('<h2><img data-original="https://images.ctfassets.net/a.png" alt="Logo"> Results</h2>');
  expect(element.textContent).toContain('Logo');
  expect(headings?.map(({ text }) => text)).toEqual(['Results']);
});

function show(html: string, stop = new AbortController().signal): void {
  const facts = { id: '2025/9/a', url: '', title: '', date: '', categories: [], image: '' } as const;
  const copy: OfflineCopy = { ...facts, authors: [], pictures: [], missing: [], words: 1, bytes: 1, savedAt: 1 };
  const actions = {
    tellHeadings: (found: readonly Heading[]) => {
      headings = found;
    },
    zoom: () => undefined,
    copyCode: async () => true,
    showNote: (note: Footnote) => void notes.push(note),
    quietly: (work: () => Promise<void>) => work(),
  };
  void showArticle(element, { html, copy, isFromStart: true }, actions, stop);
}

function texts(): string[] {
  return [...element.children].map(({ textContent }) => textContent);
}
