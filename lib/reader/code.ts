import { i18n } from '#i18n';

/** A block of code of an article. */
export interface CodeBlock {
  readonly code: HTMLElement;
  /** As the article names it, in small letters; empty if it does not. */
  readonly language: string;
}

/** So long a button says that its code was copied, in ms. */
const COPIED_MS = 3000;

/**
 * Frames the blocks of code of an article: each gets its language said above it, and a button that copies it, which answers
 * whether that has worked.
 */
export function frameCode(article: ParentNode, copy: (text: string) => Promise<boolean>): CodeBlock[] {
  return [...article.querySelectorAll('pre')].map((pre) => {
    const code = pre.querySelector<HTMLElement>('code') ?? pre;
    const language = languageOf(code) || languageOf(pre);
    const frame = document.createElement('div');
    frame.className = 'code';
    pre.replaceWith(frame);
    frame.append(
      barOf(language, () => copy(code.textContent)),
      pre,
    );
    return { code, language };
  });
}

function barOf(language: string, copy: () => Promise<boolean>): HTMLElement {
  const bar = document.createElement('div');
  const name = document.createElement('span');
  const button = document.createElement('button');
  bar.className = 'code-bar';
  bar.lang = i18n.t('locale');
  name.textContent = language;
  button.type = 'button';
  button.textContent = i18n.t('reader.copyCode');
  button.addEventListener('click', async () => {
    if (!(await copy())) return;
    button.textContent = i18n.t('reader.copied');
    setTimeout(() => {
      button.textContent = i18n.t('reader.copyCode');
    }, COPIED_MS);
  });
  bar.append(name, button);
  return bar;
}

function languageOf(element: Element): string {
  return /(?:^|\s)language-(\S+)/.exec(element.className)?.[1]?.toLowerCase() ?? '';
}
