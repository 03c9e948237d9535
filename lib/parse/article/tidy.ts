import { BLOCKS, emptyCopy, partOf } from './elements.ts';
import { settleFigure, settleParagraph } from './figures.ts';
import { Ids } from './ids.ts';
import { Line } from './line.ts';
import { isInPlace, isList, isOfItems, isOfLines, isShort, itemFor, type Place, textItem } from './places.ts';

/** So deep, elements are no more than their text. */
const DEEPEST = 200;
/** A heading that holds blocks is one as long as it is not longer, in characters; else it was not closed. */
const LONGEST_HEADING = 300;
/** Items that stand in no list get one, which is marked until all is written. */
const STRAY = 'data-stray';

/** Plain HTML of a text: the elements that mean something, without the page's boxes, classes and white space. */
export function tidyCopy(text: Element): Element {
  const into = text.ownerDocument.createElement('div');
  new Tidy(text).writeAll(text, { into, paragraphs: true, link: undefined, depth: 0 });
  for (const list of into.querySelectorAll(`[${STRAY}]`)) list.removeAttribute(STRAY);
  removeRules(into);
  return into;
}

class Tidy {
  private readonly ids: Ids;
  private readonly withBlocks: ReadonlySet<Element>;
  private line: Line | undefined;
  /** How many things have been written, so that what holds none is known without a look at it. */
  private written = 0;

  constructor(private readonly text: Element) {
    this.ids = new Ids(text);
    this.withBlocks = elementsWithBlocks(text);
  }

  /** Writes what an element holds, and ends its last line. */
  writeAll(source: Element, place: Place): void {
    for (const child of [...source.childNodes]) {
      if (child.nodeType === 3) this.writeInLine(child, place);
      else if (child.nodeType === 1) this.write(child as Element, place);
    }
    this.endLine(place);
  }

  private write(source: Element, place: Place): void {
    const part = partOf(source);
    if (part === 'none') return;
    if (place.depth > DEEPEST && !isOfItems(place)) this.writeInLine(this.made('span', source.textContent), place);
    else if (part === 'block' && isInPlace(source, place)) this.writeBlock(source, place);
    else if (part === 'block' || part === 'box' || this.withBlocks.has(source)) this.writeBox(source, place);
    else this.writeInLine(source, place);
  }

  private writeInLine(node: Node, place: Place): void {
    if (isOfItems(place)) {
      // Between items there is white space.
      if (node.textContent?.trim() !== '') this.writeAsItem(node, textItem(place), place);
      return;
    }
    if (!this.line && place.paragraphs && node.nodeType === 3 && /^[ \t\n\r\f]*$/.test(node.nodeValue ?? '')) return;
    this.line ??= this.beginLine(place);
    this.line = this.line.write(node);
  }

  private writeAsItem(node: Node, item: string | undefined, place: Place): void {
    if (item) this.writeBlock(this.made(item, node), place);
  }

  private writeBox(source: Element, place: Place): void {
    this.endLine(place);
    if (source.matches('section[data-footnotes]')) return void this.writeNotes(source, place);
    this.ids.pass(source);
    const link = source.matches('a[href]') ? source : place.link;
    this.writeAll(source, { ...place, paragraphs: !isOfItems(place), link, depth: place.depth + 1 });
  }

  private writeNotes(source: Element, place: Place): void {
    const section = place.into.appendChild(this.made('section'));
    section.setAttribute('data-footnotes', '');
    this.writeAll(source, { ...place, into: section, paragraphs: true, depth: place.depth + 1 });
    if (!section.hasChildNodes()) section.remove();
  }

  private writeBlock(source: Element, place: Place): void {
    this.endLine(place);
    const copy = emptyCopy(source);
    const item = itemFor(source, place);
    if (item) this.writeAsItem(source, item, place);
    else if (copy.localName === 'li' && !isList(place.into)) this.writeStrayItem(source, place);
    else if (isList(copy) && isList(place.into)) this.writeListInList(source, place);
    else if (copy.localName === 'p') this.writeParagraph(source, copy, place);
    else if (copy.localName === 'pre') this.writePre(source, copy, place);
    else if (isOfLines(copy) && this.withBlocks.has(source)) this.writeLines(source, copy, place);
    else this.writeOther(source, copy, place);
  }

  private writeOther(source: Element, copy: Element, place: Place): void {
    const { written } = this;
    this.put(source, copy, place);
    const paragraphs = !isShort(copy) && !isOfLines(copy);
    this.writeAll(source, { into: copy, paragraphs, link: place.link, depth: place.depth + 1 });
    if (isShort(copy)) unwrapOnlyParagraph(copy);
    // An empty cell keeps its column.
    if (copy.matches('hr, td, th')) this.written++;
    if (this.written === written) this.takeBack(copy);
    else if (copy.localName === 'figure') settleFigure(copy);
  }

  private writeParagraph(source: Element, copy: Element, place: Place): void {
    if (this.withBlocks.has(source)) return void this.writeBox(source, { ...place, paragraphs: true });
    this.put(source, copy, place);
    this.line = this.lineIn(copy, { ...place, paragraphs: true });
    for (const child of [...source.childNodes]) this.line = this.line.write(child);
    this.endLine(place);
  }

  /** What should have been one line, and is unless it has swallowed what comes after it. */
  private writeLines(source: Element, copy: Element, place: Place): void {
    if (source.textContent.length > LONGEST_HEADING) return void this.writeBox(source, { ...place, paragraphs: true });
    this.put(source, copy, place);
    this.line = new Line(copy, copy, this.ids, undefined);
    for (const child of [...source.childNodes]) this.line = this.line.write(child);
    this.endLine(place);
  }

  /** Code, and whatever else has its own line breaks, is plain text. */
  private writePre(source: Element, copy: Element, place: Place): void {
    this.put(source, copy, place);
    const code = source.querySelector('code');
    const holder = code ? copy.appendChild(emptyCopy(code)) : copy;
    holder.append(source.textContent);
    this.written++;
  }

  private writeStrayItem(source: Element, place: Place): void {
    const { lastElementChild: last } = place.into;
    const list = last?.hasAttribute(STRAY) ? last : place.into.appendChild(this.made('ul'));
    list.setAttribute(STRAY, '');
    this.writeBlock(source, { ...place, into: list });
    if (!list.hasChildNodes()) list.remove();
  }

  /** A list in a list belongs to the item before it. */
  private writeListInList(source: Element, place: Place): void {
    const item = place.into.lastElementChild ?? place.into.appendChild(this.made('li'));
    this.writeBlock(source, { ...place, into: item, paragraphs: false });
    if (!item.hasChildNodes()) item.remove();
  }

  private beginLine(place: Place): Line {
    if (!place.paragraphs) return this.lineIn(place.into, place);
    const paragraph = place.into.appendChild(this.made('p'));
    this.ids.giveWaiting(paragraph);
    return this.lineIn(paragraph, place);
  }

  private lineIn(block: Element, place: Place): Line {
    const at = place.link ? block.appendChild(emptyCopy(place.link)) : block;
    const split = () => {
      this.endLine(place);
      return this.beginLine(place);
    };
    return new Line(block, at, this.ids, place.paragraphs ? split : undefined, place.link !== undefined);
  }

  private endLine(place: Place): void {
    const { line } = this;
    this.line = undefined;
    line?.end();
    if (line && !line.isEmpty) this.written++;
    if (!line || line.block === place.into) return;
    if (line.isEmpty) this.takeBack(line.block);
    else if (line.block.localName === 'p') settleParagraph(line.block);
  }

  private put(source: Element, copy: Element, { into }: Place): void {
    this.ids.give(source, copy);
    this.ids.giveWaiting(copy);
    into.append(copy);
  }

  /** Removes what turned out to be empty. */
  private takeBack(block: Element): void {
    this.ids.passBack(block);
    block.remove();
  }

  private made(name: string, ...held: (Node | string)[]): Element {
    const element = this.text.ownerDocument.createElement(name);
    element.append(...held);
    return element;
  }
}

/** All elements that hold a block, however deep. */
function elementsWithBlocks(text: Element): ReadonlySet<Element> {
  const found = new Set<Element>();
  for (const block of text.querySelectorAll(BLOCKS)) {
    for (let at = block.parentElement; at && at !== text && !found.has(at); at = at.parentElement) found.add(at);
  }
  return found;
}

function unwrapOnlyParagraph(block: Element): void {
  const { firstElementChild: first } = block;
  if (first?.localName !== 'p' || block.firstChild !== first || first.attributes.length > 0) return;
  for (let next = first.nextElementSibling; next; next = next.nextElementSibling) if (next.localName === 'p') return;
  first.replaceWith(...first.childNodes);
}

/** A rule divides two parts: there is none at either end, and no two at once. */
function removeRules(into: Element): void {
  for (const rule of into.querySelectorAll(':scope > hr')) {
    const { previousElementSibling: before, nextElementSibling: after } = rule;
    if (!before || !after || before.localName === 'hr') rule.remove();
  }
}
