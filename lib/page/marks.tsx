import { effect } from '@preact/signals-core';
import { render } from 'preact';
import cardMarkCss from '../../components/page/CardMark.css?inline';
import { CardMark } from '../../components/page/CardMark.tsx';
import tokensCss from '../../components/tokens.css?inline';
import type { Card } from '../parse/card.ts';
import type { Post, PostState } from '../post.ts';
import { ANCHOR, DOCK, HIDDEN, MARK, READING } from './footprint.ts';
import type { Listing } from './listing.ts';
import { createShadowHost, rootOf } from './shadow.ts';

/** Marks are drawn on cards that are no further from the screen than so many of its heights. */
const NEAR = '200%';

/** What the cards of a listing page bear. */
export interface Marks {
  /** Draws what is not there: a page that draws a card anew takes away what is not its own. */
  draw(): void;
  /** Takes every mark away and shows every card. */
  erase(): void;
}

/** Keeps the cards of a listing page marked and filtered: what is right already is left alone. */
export function createMarks({ cards, states, shown, mark, markOlder, copyLink }: Listing): Marks {
  const hosts = new Map<Element, HTMLElement>();
  const near = new Set<Element>();
  /** What the marks say; to draw the same again would cost as much as to draw it anew. */
  const drawn = new WeakMap<HTMLElement, { readonly state: PostState; readonly post: Post }>();
  let known = new Map<Element, Card>();

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else if (hosts.get(target) !== document.activeElement) goFar(target);
      }
      drawNear();
    },
    { rootMargin: `${NEAR} 0px` },
  );

  function draw(): void {
    const focused = focusedCard();
    const before = known;
    known = new Map(cards.value.map((card) => [card.element, card]));
    for (const element of before.keys()) if (!known.has(element)) leave(element);
    for (const { element, id } of cards.value) {
      if (!before.has(element)) observer.observe(element);
      setAttribute(element, READING, states.value.get(id)?.reading);
      setAttribute(element, HIDDEN, shown.value.has(id) ? undefined : '');
    }
    drawNear();
    if (focused?.hasAttribute(HIDDEN)) focusNear(focused);
  }

  /** First all is read, then all is written: the browser lays the page out once. */
  function drawNear(): void {
    const toDraw = [...near].flatMap((element) => {
      const card = known.get(element);
      return card
        ? [{ card, state: states.peek().get(card.id), isAnchor: hosts.has(element) || !isStatic(element) }]
        : [];
    });
    for (const { card, state, isAnchor } of toDraw) {
      if (state && !isAnchor) card.element.setAttribute(ANCHOR, '');
      if (state) drawMark(card, state);
      else eraseMark(card.element);
    }
  }

  function drawMark({ element, post }: Card, state: PostState): void {
    const host = hosts.get(element) ?? createShadowHost(MARK, [tokensCss, cardMarkCss]);
    const before = drawn.get(host);
    hosts.set(element, host);
    // What a card with a shadow root of its own has outside of it is not shown.
    const box = element.shadowRoot ?? element;
    if (host.parentNode !== box) box.append(host);
    if (before?.state === state && before.post === post) return;
    drawn.set(host, { state, post });
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

  function eraseMark(element: Element): void {
    const host = hosts.get(element);
    if (!host) return;
    render(null, rootOf(host));
    host.remove();
    hosts.delete(element);
    element.removeAttribute(ANCHOR);
  }

  function focusedCard(): Element | undefined {
    const { activeElement } = document;
    return [...hosts].find(([, host]) => host === activeElement)?.[0];
  }

  /** A mark that the filter hides with its card takes the focus along: it goes to the next one, or to the dock. */
  function focusNear(from: Element): void {
    const elements = [...known.keys()];
    const index = elements.indexOf(from);
    const next = [...elements.slice(index), ...elements.slice(0, index).reverse()].find(
      (element) => !element.hasAttribute(HIDDEN) && hosts.has(element),
    );
    const host = next ? hosts.get(next) : document.querySelector(DOCK);
    host?.shadowRoot?.querySelector<HTMLElement>(next ? 'button' : '.open')?.focus();
  }

  function goFar(element: Element): void {
    near.delete(element);
    eraseMark(element);
  }

  function leave(element: Element): void {
    observer.unobserve(element);
    goFar(element);
    element.removeAttribute(READING);
    element.removeAttribute(HIDDEN);
  }

  const stop = effect(draw);
  return {
    draw,
    erase() {
      stop();
      observer.disconnect();
      for (const element of known.keys()) leave(element);
      known.clear();
    },
  };
}

function isStatic(element: Element): boolean {
  return getComputedStyle(element).position === 'static';
}

function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
