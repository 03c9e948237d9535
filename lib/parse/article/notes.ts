import { fragmentOf, made } from './dom.ts';

/** What a reference looks like: `1`, `[2]`, `a`, `*`. */
const MARKER = /^[[(]?(\d{1,4}|[a-z]|[*†‡§¶]{1,3})[\])]?$/i;
const BRACKETED = /^[[(].*[\])]$/;
const REFERENCE = '.footnote-ref, .footnote, .fn, [role="doc-noteref"], [data-footnote-ref]';
/** The text of a link back to where a note was referred to. */
const BACK = /^(?:(?:\s|↩|↑|⤴|⬆|\^|\uFE0E|\uFE0F)+|(?:go |jump )?back(?: to (?:the )?(?:text|content|top))?|return)$/i;
const NOTE = 'li, p, dd, div, aside';
/** No note is longer, in characters, and no text has more. */
const LONGEST = 5000;
const MOST_NOTES = 1000;

interface Reference {
  readonly link: Element;
  readonly marker: string;
  readonly note: Element;
}

/**
 * Gives footnotes one form, whoever wrote them: `sup > a#fnref-1[href="#fn-1"]` in the text, and the notes in an `ol` of a
 * `section[data-footnotes]` where the first one stood, each with links back.
 */
export function settleNotes(text: Element): void {
  const references = referencesIn(text);
  const notes = inOrder(references);
  const [first] = notes;
  if (!first) return;
  for (const other of text.querySelectorAll('[data-footnotes]')) other.removeAttribute('data-footnotes');
  const section = made(text.ownerDocument, 'section', { 'data-footnotes': '' });
  const list = text.ownerDocument.createElement('ol');
  section.append(list);
  (listOf(first) ?? first).before(section);
  const ofNote = Map.groupBy(references, ({ note }) => note);
  const ids = new Set(references.flatMap(({ link }) => idsOf(link)));
  for (const [index, note] of notes.entries()) list.append(itemOf(note, index + 1, ofNote.get(note) ?? [], ids));
}

function referencesIn(text: Element): Reference[] {
  const targets = targetsIn(text);
  const noteOf = remembered((target: Element) => noteAround(target, text));
  const leadsBack = remembered((note: Element) => new Set([...note.querySelectorAll('a[href^="#"]')].map(fragmentOf)));
  const references: Reference[] = [];
  for (const link of text.querySelectorAll('a[href^="#"]')) {
    const marker = link.textContent.length < 10 ? MARKER.exec(link.textContent.trim())?.[1] : undefined;
    const target = targets.get(fragmentOf(link) ?? '');
    if (!marker || !target || !comesAfter(target, link) || references.length === MOST_NOTES) continue;
    const note = noteOf(target);
    if (!note || note.contains(link)) continue;
    const isMarked =
      link.closest(`sup, ${REFERENCE}`) || link.querySelector('sup') || BRACKETED.test(link.textContent.trim());
    if (isMarked || idsOf(link).some((id) => leadsBack(note).has(id))) references.push({ link, marker, note });
  }
  return references;
}

function targetsIn(text: Element): ReadonlyMap<string, Element> {
  const targets = new Map<string, Element>();
  for (const target of text.querySelectorAll('[id], a[name]')) {
    for (const id of [target.getAttribute('id'), target.getAttribute('name')]) {
      if (id && !targets.has(id)) targets.set(id, target);
    }
  }
  return targets;
}

function noteAround(target: Element, text: Element): Element | undefined {
  const note = target.closest(NOTE);
  if (!note || note === text || !text.contains(note) || note.textContent.length > LONGEST) return undefined;
  return note.querySelector('h1, h2, h3, h4, h5, h6') || note.closest('h1, h2, h3, h4') ? undefined : note;
}

/** The notes that are referred to, and those that stand among them, as they come. */
function inOrder(references: readonly Reference[]): Element[] {
  const notes = new Set<Element>();
  for (const { note } of references) {
    if (notes.has(note)) continue;
    for (const item of listOf(note)?.children ?? [note]) if (item.localName === note.localName) notes.add(item);
  }
  return [...notes].sort((one, other) => (comesAfter(other, one) ? -1 : 1));
}

function itemOf(note: Element, number: number, references: readonly Reference[], ids: ReadonlySet<string>): Element {
  const item = made(note.ownerDocument, 'li', { id: `fn-${number}` });
  const list = listOf(note);
  item.append(...note.childNodes);
  note.remove();
  if (list?.childElementCount === 0) list.remove();
  removeBackLinks(item, ids);
  removeMarker(item, references[0]?.marker ?? String(number));
  const last = item.lastElementChild?.matches('p') ? item.lastElementChild : item;
  trimEnd(last);
  for (const [index, { link }] of references.entries()) {
    const id = `fnref-${number}${index > 0 ? `-${index + 1}` : ''}`;
    refer(link, number, id);
    last.append(' ', made(item.ownerDocument, 'a', { href: `#${id}` }, '↩'));
  }
  return item;
}

/** Puts the reference of the one form in the place of one. */
function refer(link: Element, number: number, id: string): void {
  const page = link.ownerDocument;
  const reference = made(page, 'a', { href: `#fn-${number}`, id }, String(number));
  const around = link.closest('sup');
  if (around && MARKER.test(around.textContent.trim())) around.replaceChildren(reference);
  else if (around) link.replaceWith(reference);
  else {
    const sup = page.createElement('sup');
    sup.append(reference);
    link.replaceWith(sup);
  }
}

function removeBackLinks(item: Element, ids: ReadonlySet<string>): void {
  for (const link of item.querySelectorAll('a[href^="#"]')) {
    if (ids.has(fragmentOf(link) ?? '') || BACK.test(link.textContent.trim())) link.remove();
  }
  for (const sup of item.querySelectorAll('sup')) if (sup.textContent.trim() === '') sup.remove();
}

/** A note may begin with its number, which the list gives it as well. */
function removeMarker(item: Element, marker: string): void {
  const first = firstText(item);
  const text = first?.nodeValue ?? '';
  const begin = /^\s*[[(]?([\w*†‡§¶]{1,4})(?:[\])][.:]?|[.:])(?=\s|$)\s*/.exec(text);
  if (first && begin?.[1]?.toLowerCase() === marker.toLowerCase()) first.nodeValue = text.slice(begin[0].length);
  else if (first) first.nodeValue = text.trimStart();
}

function firstText(item: Element): Node | null {
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && node.nodeValue?.trim() === '') node = walker.nextNode();
  return node;
}

function trimEnd(element: Element): void {
  while (element.lastChild?.nodeType === 3) {
    element.lastChild.nodeValue = element.lastChild.nodeValue?.trimEnd() ?? '';
    if (element.lastChild.nodeValue !== '') return;
    element.lastChild.remove();
  }
}

function listOf(note: Element): Element | null {
  return note.localName === 'li' && note.parentElement?.matches('ol, ul') ? note.parentElement : null;
}

/** How a note may name what refers to it. */
function idsOf(link: Element): string[] {
  const around = [link, link.closest('sup')];
  const ids = around.flatMap((element) => [element?.getAttribute('id'), element?.getAttribute('name')]);
  return ids.filter((id): id is string => Boolean(id));
}

function comesAfter(one: Node, other: Node): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, { readonly value: V }>();
  return (key) => {
    const value = known.get(key) ?? { value: make(key) };
    known.set(key, value);
    return value.value;
  };
}
