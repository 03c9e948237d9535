import { render } from 'preact';
import cardMarkCss from '../../components/CardMark.css?inline';
import { CardMark } from '../../components/CardMark.tsx';
import tokensCss from '../../components/tokens.css?inline';
import type { Card } from '../parse/listing.ts';
import type { Mark, Post, Reading } from '../post.ts';
import { createShadowHost, rootOf } from './shadow.ts';

const READING = 'data-liner-notes';
const HIDDEN = 'data-liner-notes-hidden';
const ANCHOR = 'data-liner-notes-anchor';

/** What is drawn on one card. */
export interface CardState {
  readonly card: Card;
  /** Undefined as long as the library does not have the post: the card stays as the page made it. */
  readonly reading: Reading | undefined;
  readonly shown: boolean;
}

/** Draws marks on cards and hides cards; what is right already is left alone, what a card has lost is drawn again. */
export class Marks {
  readonly #touched = new Set<Element>();
  readonly #hosts = new WeakMap<Element, HTMLElement>();
  readonly #onMark: (post: Post, mark: Mark) => void;

  constructor(onMark: (post: Post, mark: Mark) => void) {
    this.#onMark = onMark;
  }

  draw(states: readonly CardState[]): void {
    const current = new Set(states.map(({ card }) => card.element));
    for (const element of this.#touched) if (!current.has(element)) this.#leave(element);
    for (const { card, reading, shown } of states) {
      this.#touched.add(card.element);
      card.element.toggleAttribute(HIDDEN, !shown);
      if (reading) this.#mark(card, reading);
      else this.#unmark(card.element);
    }
  }

  /** Takes every mark away and shows every card. */
  erase(): void {
    for (const element of this.#touched) this.#leave(element);
  }

  #mark({ element, post }: Card, reading: Reading): void {
    if (element.getAttribute(READING) !== reading) element.setAttribute(READING, reading);
    const onMark = (mark: Mark) => this.#onMark(post, mark);
    render(<CardMark title={post.title} reading={reading} onMark={onMark} />, rootOf(this.#hostOn(element)));
  }

  #hostOn(element: Element): HTMLElement {
    const host = this.#hosts.get(element) ?? createShadowHost('liner-notes-mark', [tokensCss, cardMarkCss]);
    this.#hosts.set(element, host);
    if (host.parentNode === element) return host;
    if (getComputedStyle(element).position === 'static') element.setAttribute(ANCHOR, '');
    element.append(host);
    return host;
  }

  #unmark(element: Element): void {
    const host = this.#hosts.get(element);
    if (!host) return;
    render(null, rootOf(host));
    host.remove();
    this.#hosts.delete(element);
    element.removeAttribute(READING);
    element.removeAttribute(ANCHOR);
  }

  #leave(element: Element): void {
    this.#unmark(element);
    element.removeAttribute(HIDDEN);
    this.#touched.delete(element);
  }
}
