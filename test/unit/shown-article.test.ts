import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frameCode } from '../../lib/reader/code.ts';
import { contentOf, footnotesIn, noteLinksIn } from '../../lib/reader/footnotes.ts';
import { framePictures } from '../../lib/reader/pictures.ts';
import { followScrollers } from '../../lib/reader/scrollers.ts';
import type { OfflineCopy, PictureSize } from '../../lib/store/offline-copy.ts';
import { speakSwedish } from './english.ts';

const HOST = 'https://images.ctfassets.net';

let article: HTMLElement;
beforeEach(async () => {
  await speakSwedish();
  article = document.createElement('article');
  article.lang = 'en';
  document.body.replaceChildren(article);
});
afterEach(() => vi.unstubAllGlobals());

describe('the room of a picture', () => {
  const roomOf = (attributes: string, size?: PictureSize) => {
    showPictures(`<img data-original="${HOST}/a.png" ${attributes}>`, { sizes: size && { [`${HOST}/a.png`]: size } });
    const { style, dataset } = article.querySelector<HTMLElement>('.picture') ?? article;
    const [width, height] = ['--width', '--height'].map((name) => style.getPropertyValue(name));
    return dataset['sized'] === undefined ? undefined : [width, height];
  };

  it.each([
    ['as the article says', 'width="300" height="200"', { width: 900, height: 900 }, ['300', '200']],
    ['as wide as that says', 'width="300"', { width: 600, height: 500 }, ['300', '250']],
    ['as it is where that says nothing', '', { width: 600, height: 500 }, ['600', '500']],
    ['as it is where that makes no sense', 'width="100%" height="auto"', { width: 600, height: 500 }, ['600', '500']],
    ['none where nobody knows', 'width="300"', undefined, undefined],
  ])('is %s', (_, attributes, size, room) => expect(roomOf(attributes, size)).toEqual(room));

  it('is that of a sign in the text for a small one, which is not enlarged', () => {
    roomOf('', { width: 24, height: 24 });
    expect(article.querySelector('span.picture')).not.toBeNull();
  });
});

describe('words of ours in an article', () => {
  it('are in our language: the bar of code, and what is said of pictures', () => {
    showPictures(`<img data-original="${HOST}/a.png" alt="Boxes"><img data-original="${HOST}/b.png" alt="Lost">`);
    expect(languageOf('button.picture')).toBe('sv');
    expect(languageOf('.missing-picture small')).toBe('sv');
    expect(languageOf('.missing-picture > span')).toBe('en');
    article.innerHTML = '<pre><code class="language-python">pass</code></pre>';
    frameCode(article, async () => true);
    expect(languageOf('.code-bar button')).toBe('sv');
    expect(languageOf('code')).toBe('en');
  });

  it('are in our language: names of what scrolls, and not what that holds', () => {
    vi.stubGlobal('ResizeObserver', ObserverOfWide);
    article.innerHTML = `<pre>A <i>verse</i></pre><pre><code>code</code></pre><table><tr><td>x</td></tr></table>
      <table><caption>Named</caption><tr><td>x</td></tr></table><math display="block"><mi>x</mi></math>`;
    followScrollers(article, new AbortController().signal);
    const scrollers = [...article.querySelectorAll('[role="group"]')];
    expect(
      scrollers.map((scroller) => [
        scroller.getAttribute('aria-label'),
        scroller.closest('[lang]')?.getAttribute('lang'),
      ]),
    ).toEqual([
      ['Kod', 'sv'],
      ['Kod', 'sv'],
      ['Tabell', 'sv'],
      ['Named', 'en'],
      ['Formel', 'sv'],
    ]);
    for (const inner of ['pre i', 'code', 'td', 'caption', 'mi']) expect(languageOf(inner)).toBe('en');
    expect(article.querySelector('pre')?.textContent).toBe('A verse');
  });
});

describe('a note that comes up', () => {
  it('has no controls of the text, which would do nothing there', () => {
    article.innerHTML = `<p>x<sup><a href="#n">1</a></sup></p><ol><li id="n">See <img data-original="${HOST}/a.png" alt="Boxes"
      width="300" height="200"> and <pre><code class="language-python">pass</code></pre></li></ol>`;
    framePictures(article, copyOf(), () => undefined);
    frameCode(article, async () => true);
    const [note] = footnotesIn(article, noteLinksIn(article));
    const content = note && contentOf(note);
    expect(content?.querySelectorAll('button')).toHaveLength(0);
    const box = content?.querySelector<HTMLElement>('span.picture[data-sized]');
    expect(box?.style.getPropertyValue('--width')).toBe('300');
    expect(box?.querySelector('img')?.alt).toBe('Boxes');
    expect(content?.querySelector('pre')?.textContent).toBe('pass');
    expect(content?.textContent).not.toContain('Kopiera');
    expect(article.querySelectorAll('button')).toHaveLength(2);
  });
});

/** Finds everything too wide. */
class ObserverOfWide {
  constructor(private readonly tell: (entries: ReadonlyArray<{ readonly target: Element }>) => void) {}
  observe(target: Element): void {
    Object.defineProperty(target, 'scrollWidth', { value: 1000 });
    this.tell([{ target }]);
  }
  disconnect(): void {}
}

function languageOf(selector: string): string | null | undefined {
  return article.querySelector(selector)?.closest('[lang]')?.getAttribute('lang');
}

function showPictures(html: string, change: Partial<OfflineCopy> = {}): void {
  article.innerHTML = html;
  framePictures(article, copyOf(change), () => undefined);
}

function copyOf(change: Partial<OfflineCopy> = {}): OfflineCopy {
  const facts = { id: '2025/9/a', url: '', title: '', date: '', categories: [], image: '' } as const;
  const rest = { authors: [], pictures: [`${HOST}/a.png`], missing: [], words: 1, bytes: 1, savedAt: 1 };
  return { ...facts, ...rest, ...change };
}
