import { fragmentOf } from './dom.ts';

/** The places of a text that its own links lead to; all other ids go. */
export class Ids {
  private readonly wanted: Set<string>;
  private waiting: string | undefined;

  constructor(text: Element) {
    const fragments = [...text.querySelectorAll('a[href^="#"]')].map(fragmentOf);
    this.wanted = new Set(fragments.filter((fragment) => fragment !== undefined));
  }

  /** Gives the id of an element to what it has become, unless that has one; each is given once. */
  give(source: Element, become: Element): void {
    for (const id of [source.getAttribute('id'), source.getAttribute('name')]) {
      if (id && !become.hasAttribute('id') && this.wanted.delete(id)) become.setAttribute('id', id);
    }
  }

  /** Remembers the id of a box, or of what turned out to be empty, for the next block. */
  pass(from: Element): void {
    for (const id of [from.getAttribute('id'), from.getAttribute('name')]) {
      if (id && this.wanted.delete(id)) this.waiting ??= id;
    }
  }

  /** The same, of a block that was to have its id already. */
  passBack(from: Element): void {
    this.waiting ??= from.getAttribute('id') ?? undefined;
  }

  /** Gives a new block the id that waits for one. */
  giveWaiting(block: Element): void {
    if (this.waiting === undefined || block.hasAttribute('id')) return;
    block.setAttribute('id', this.waiting);
    this.waiting = undefined;
  }
}
