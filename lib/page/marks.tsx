import { render } from 'preact';
import cardMarkCss from '../../components/CardMark.css?inline';
import { CardMark } from '../../components/CardMark.tsx';
import tokensCss from '../../components/tokens.css?inline';
import type { Card } from '../parse/listing.ts';
import type { Mark, Post, Reading } from '../post.ts';
import { ANCHOR, FILTER, HIDDEN, MARK, READING } from './footprint.ts';
import { createShadowHost, rootOf } from './shadow.ts';

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
    const focused = states.findIndex(({ card }) => this.#hasFocus(card.element));
    for (const element of this.#touched) if (!current.has(element)) this.#leave(element);
    for (const { card, reading, shown } of states) {
      this.#touched.add(card.element);
      card.element.toggleAttribute(HIDDEN, !shown);
      if (reading) this.#mark(card, reading);
      else this.#unmark(card.element);
    }
    if (focused >= 0 && !states[focused]?.shown) this.#focusNear(states, focused);
  }

  /** Takes every mark away and shows every card. */
  erase(): void {
    for (const element of this.#touched) this.#leave(element);
  }

  #hasFocus(element: Element): boolean {
    const host = this.#hosts.get(element);
    return host !== undefined && host === document.activeElement;
  }

  /** A mark that the filter hides with its card takes the focus along: it goes to the next one, or to the filter. */
  #focusNear(states: readonly CardState[], index: number): void {
    const near = [...states.slice(index), ...states.slice(0, index).reverse()].find(({ shown }) => shown);
    const host = near ? this.#hosts.get(near.card.element) : document.querySelector(FILTER);
    host?.shadowRoot?.querySelector('button')?.focus();
  }

  #mark({ element, post }: Card, reading: Reading): void {
    if (element.getAttribute(READING) !== reading) element.setAttribute(READING, reading);
    const onMark = (mark: Mark) => this.#onMark(post, mark);
    render(<CardMark title={post.title} reading={reading} onMark={onMark} />, rootOf(this.#hostOn(element)));
  }

  #hostOn(element: Element): HTMLElement {
    const host = this.#hosts.get(element) ?? createShadowHost(MARK, [tokensCss, cardMarkCss]);
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
