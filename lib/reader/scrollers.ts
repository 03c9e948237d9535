import { i18n } from '#i18n';

/** Has tables and formulas scroll by themselves where they are too wide, and code; a keyboard can scroll what does. */
export function followScrollers(article: ParentNode, stop: AbortSignal): void {
  const tables = [...article.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
  const formulas = [...article.querySelectorAll('math[display="block"]')];
  const boxes = [
    ...tables.map((table) => boxAround(table, 'table')),
    ...formulas.map((formula) => boxAround(formula, 'formula')),
    ...article.querySelectorAll('pre'),
  ];
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) setReachable(target);
  });
  for (const box of boxes) {
    keepLanguage(box);
    sizes.observe(box);
  }
  stop.addEventListener('abort', () => sizes.disconnect());
}

function boxAround(wide: Element, name: 'table' | 'formula'): HTMLElement {
  const box = document.createElement('div');
  box.className = name;
  wide.replaceWith(box);
  box.append(wide);
  return box;
}

/** What a box holds is in the language of the article, whatever language the box has its name in. */
function keepLanguage(box: Element): void {
  const { firstElementChild: only } = box;
  const inner = only && box.childNodes.length === 1 ? only : document.createElement('span');
  if (inner !== only) inner.append(...box.childNodes);
  if (inner !== only) box.append(inner);
  // What the blog writes is English.
  if (!inner.hasAttribute('lang')) inner.setAttribute('lang', box.closest('[lang]')?.getAttribute('lang') ?? 'en');
}

function setReachable(box: Element): void {
  if (box.scrollWidth <= box.clientWidth) {
    for (const name of ['tabindex', 'role', 'aria-label', 'lang']) box.removeAttribute(name);
    return;
  }
  const caption = box.querySelector('caption')?.textContent.trim();
  box.setAttribute('tabindex', '0');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', caption || nameOf(box));
  if (!caption) box.setAttribute('lang', i18n.t('locale'));
}

function nameOf({ localName, className }: Element): string {
  if (localName === 'pre') return i18n.t('reader.code');
  return i18n.t(className === 'formula' ? 'reader.formula' : 'reader.table');
}
