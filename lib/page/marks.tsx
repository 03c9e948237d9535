import { effect } from '@preact/signals-core';
import { render } from 'preact';
import cardMarkCss from '../../components/page/CardMark.css?inline';
import { CardMark } from '../../components/page/CardMark.tsx';
import tokensCss from '../../components/tokens.css?inline';
import type { Card } from '../parse/listing.ts';
import type { Post, PostState } from '../post.ts';
import { ANCHOR, DOCK, HIDDEN, MARK, READING } from './footprint.ts';
import type { Listing } from './listing.ts';
import { createShadowHost, rootOf } from './shadow.ts';

/** Marks are drawn on cards that are no further from the screen than so many of its heights. */
const NEAR = '200%';

/** Keeps the cards of a listing page marked and filtered: what is right already is left alone. */
export class Marks {
  readonly #listing: Listing;
  readonly #hosts = new Map<Element, HTMLElement>();
  readonly #near = new Set<Element>();
  /** What the marks say; to draw the same again would cost as much as to draw it anew. */
  readonly #drawn = new WeakMap<HTMLElement, { readonly state: PostState; readonly post: Post }>();
  #cards = new Map<Element, Card>();
  readonly #observer = new IntersectionObserver((entries) => this.#follow(entries), {
    rootMargin: `${NEAR} 0px`,
  });

  readonly #stop: () => void;

  constructor(listing: Listing) {
    this.#listing = listing;
    this.#stop = effect(() => this.draw());
  }

  /** Draws what is not there: a page that draws a card anew takes away what is not its own. */
  draw(): void {
    const { cards, states, shown } = this.#listing;
    const focused = this.#focusedCard();
    const before = this.#cards;
    this.#cards = new Map(cards.value.map((card) => [card.element, card]));
    for (const element of before.keys()) if (!this.#cards.has(element)) this.#leave(element);
    for (const { element, id } of cards.value) {
      if (!before.has(element)) this.#observer.observe(element);
      setAttribute(element, READING, states.value.get(id)?.reading);
      setAttribute(element, HIDDEN, shown.value.has(id) ? undefined : '');
    }
    this.#drawNear();
    if (focused?.hasAttribute(HIDDEN)) this.#focusNear(focused);
  }

  /** Takes every mark away and shows every card. */
  erase(): void {
    this.#stop();
    this.#observer.disconnect();
    for (const element of this.#cards.keys()) this.#leave(element);
    this.#cards.clear();
  }

  #follow(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#near.add(target);
      else if (this.#hosts.get(target) !== document.activeElement) this.#goFar(target);
    }
    this.#drawNear();
  }

  /** First all is read, then all is written: the browser lays the page out once. */
  #drawNear(): void {
    const states = this.#listing.states.peek();
    const drawn = [...this.#near].flatMap((element) => {
      const card = this.#cards.get(element);
      return card ? [{ card, state: states.get(card.id), isStatic: this.#isStatic(element) }] : [];
    });
    for (const { card, state, isStatic } of drawn) {
      if (state && isStatic) card.element.setAttribute(ANCHOR, '');
      if (state) this.#mark(card, state);
      else this.#unmark(card.element);
    }
  }

  #isStatic(element: Element): boolean {
    return !this.#hosts.has(element) && getComputedStyle(element).position === 'static';
  }

  #mark({ element, post }: Card, state: PostState): void {
    const host = this.#hosts.get(element) ?? createShadowHost(MARK, [tokensCss, cardMarkCss]);
    const drawn = this.#drawn.get(host);
    this.#hosts.set(element, host);
    // What a card with a shadow root of its own has outside of it is not shown.
    const box = element.shadowRoot ?? element;
    if (host.parentNode !== box) box.append(host);
    if (drawn?.state === state && drawn.post === post) return;
    this.#drawn.set(host, { state, post });
    const { mark, markOlder, copyLink } = this.#listing;
    render(
      <CardMark
        title={post.title}
        state={state}
        onMark={(as) => mark([post.id], as)}
        onMarkOlder={() => markOlder(post.id)}
        onCopyLink={() => copyLink(post)}
      />,
      rootOf(host),
    );
  }

  #focusedCard(): Element | undefined {
    const { activeElement } = document;
    return [...this.#hosts].find(([, host]) => host === activeElement)?.[0];
  }

  /** A mark that the filter hides with its card takes the focus along: it goes to the next one, or to the dock. */
  #focusNear(from: Element): void {
    const elements = [...this.#cards.keys()];
    const index = elements.indexOf(from);
    const near = [...elements.slice(index), ...elements.slice(0, index).reverse()].find(
      (element) => !element.hasAttribute(HIDDEN) && this.#hosts.has(element),
    );
    const host = near ? this.#hosts.get(near) : document.querySelector(DOCK);
    host?.shadowRoot?.querySelector<HTMLElement>(near ? 'button' : '.open')?.focus();
  }

  #goFar(element: Element): void {
    this.#near.delete(element);
    this.#unmark(element);
  }

  #unmark(element: Element): void {
    const host = this.#hosts.get(element);
    if (!host) return;
    render(null, rootOf(host));
    host.remove();
    this.#hosts.delete(element);
    element.removeAttribute(ANCHOR);
  }

  #leave(element: Element): void {
    this.#observer.unobserve(element);
    this.#goFar(element);
    element.removeAttribute(READING);
    element.removeAttribute(HIDDEN);
  }
}

function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
