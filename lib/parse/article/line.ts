import { emptyCopy, mathCopy, partOf } from './elements.ts';
import type { Ids } from './ids.ts';

/** Writes what stands in a line into a block: white space as a browser would show it, nothing empty, no line breaks at its ends. */
export class Line {
  /** How much there is to see, so that what holds nothing is known. */
  private shown = 0;
  private last: Text | undefined;
  private breaks = 0;
  private isAfterSpace = true;

  constructor(
    /** The block that the line is in. */
    readonly block: Element,
    private at: Element,
    private readonly ids: Ids,
    /** Begins another paragraph where two line breaks end this one. */
    private readonly split: (() => Line) | undefined,
    private readonly isLinked = false,
  ) {}

  get isEmpty(): boolean {
    return this.shown === 0;
  }

  /** Writes a node with all that it holds; answers the line in which to go on. */
  write(node: Node): Line {
    if (node.nodeType === 3) return this.writeText(node.nodeValue ?? '');
    return node.nodeType === 1 ? this.writeElement(node as Element) : this;
  }

  /** Leaves neither white space nor line breaks at the end. */
  end(): void {
    if (this.last) this.last.data = this.last.data.replace(/[ \t\n\r\f]+$/, '');
    for (let { lastChild } = this.at; lastChild; { lastChild } = this.at) {
      if (lastChild.nodeName !== 'BR' && lastChild.nodeValue !== '') return;
      lastChild.remove();
    }
  }

  private writeText(text: string): Line {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    const visible = this.isAfterSpace || this.breaks > 0 ? collapsed.replace(/^ /, '') : collapsed;
    if (visible === '') return this;
    if (visible === ' ' && this.breaks === 0) {
      this.append(visible);
      return this;
    }
    const line = this.begin();
    line.append(visible);
    if (/\S/.test(visible)) line.shown++;
    return line;
  }

  private append(text: string): void {
    this.last = this.at.ownerDocument.createTextNode(text);
    this.at.append(this.last);
    this.isAfterSpace = text.endsWith(' ');
  }

  private writeElement(source: Element): Line {
    const part = partOf(source);
    if (part === 'none') return this;
    if (source.localName === 'br') {
      if (this.shown > 0) this.breaks++;
      return this;
    }
    if (part === 'through') return this.writeThrough(source);
    if (part !== 'inline') return this.write(space(source)).writeThrough(source).write(space(source));
    if (source.localName === 'img') return this.place(emptyCopy(source));
    if (source.localName === 'math') return this.place(mathCopy(source));
    if (source.localName === 'wbr') return this.place(emptyCopy(source), 0);
    if (source.localName === 'a' && (this.isLinked || !source.hasAttribute('href'))) return this.writeThrough(source);
    return this.writeWithin(source);
  }

  private writeThrough(source: Element): Line {
    this.ids.give(source, this.block);
    return this.writeChildren(source);
  }

  private writeChildren(source: Element): Line {
    let line: Line = this;
    for (const child of [...source.childNodes]) line = line.write(child);
    return line;
  }

  /** Writes an element that may turn out to show nothing, and is not there then. */
  private writeWithin(source: Element): Line {
    const line = this.begin();
    const copy = emptyCopy(source);
    const [around, shown] = [line.at, line.shown];
    around.append(copy);
    line.at = copy;
    // Two line breaks end no paragraph in the midst of an element.
    const within = new Line(line.block, copy, line.ids, undefined, this.isLinked || copy.localName === 'a');
    within.isAfterSpace = line.isAfterSpace;
    within.writeChildren(source);
    line.at = around;
    line.shown = shown + within.shown;
    line.isAfterSpace = within.isAfterSpace;
    line.breaks = within.breaks;
    line.last = within.last ?? line.last;
    if (within.isEmpty) copy.replaceWith(...copy.childNodes);
    line.ids.give(source, within.isEmpty ? line.block : copy);
    return line;
  }

  private place(element: Element, shown = 1): Line {
    const line = this.begin();
    line.at.append(element);
    line.shown += shown;
    line.isAfterSpace = false;
    line.last = undefined;
    return line;
  }

  /** Breaks the line as often as it was to be broken before something came. */
  private begin(): Line {
    const { breaks } = this;
    if (breaks === 0) return this;
    this.breaks = 0;
    this.end();
    if (breaks > 1 && this.split) return this.split();
    for (let i = 0; i < breaks; i++) this.at.append(this.at.ownerDocument.createElement('br'));
    this.isAfterSpace = true;
    this.last = undefined;
    return this;
  }
}

/** Blocks in a line are at least apart. */
function space({ ownerDocument }: Element): Text {
  return ownerDocument.createTextNode(' ');
}
