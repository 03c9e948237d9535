import { effect } from '@preact/signals-core';
import cardMarkCss from '../../components/page/CardMark.css?inline';
import { CardMark } from '../../components/page/CardMark.tsx';
import type { Card } from '../parse/card.ts';
import type { PostState, Reading } from '../post.ts';
import { focusedElements } from './current-card.ts';
import { ANCHOR, DOCK, enterRoot, HIDDEN, MARK, READING } from './footprint.ts';
import type { Listing } from './listing.ts';
import { createNearScreen } from './near-screen.ts';
import { createShadowHost, drawIn } from './shadow.ts';

/** So many cards are shown again at once, the others a little later, in ms: the browser has to lay each of them out. */
const AT_ONCE = 100;
const LATER_MS = 50;

/** What the cards of a listing page bear. */
export interface Marks {
  /** Draws what is not there: a page that draws a card anew takes away what is not its own. */
  draw(): void;
  /** Draws no more. */
  stop(): void;
}

/** Keeps the cards of a listing page marked and filtered: what is right already is left alone. */
export function createMarks({ cards, states, shown, mark, markOlder, copyLink }: Listing): Marks {
  const hosts = new Map<Element, HTMLElement>();
  /** What the marks say; to draw the same again would cost as much as to draw it anew. */
  const drawn = new WeakMap<HTMLElement, { readonly state: PostState; readonly title: string }>();
  let known = new Map<Element, Card>();
  let later: ReturnType<typeof setTimeout> | undefined;

  const near = createNearScreen(drawNear);

  function draw(): void {
    const focused = focusedCard();
    for (const { element } of cards.value) enterRootsOf(element);
    const before = known;
    known = new Map(cards.value.map((card) => [card.element, card]));
    for (const element of before.keys()) if (!known.has(element)) leave(element);
    let left = AT_ONCE;
    for (const { element, id } of cards.value) {
      setReading(element, states.value.get(id)?.reading);
      if (!shown.value.has(id)) element.toggleAttribute(HIDDEN, true);
      else if (element.hasAttribute(HIDDEN) && left-- > 0) element.removeAttribute(HIDDEN);
    }
    clearTimeout(later);
    if (left < 0) later = setTimeout(draw, LATER_MS);
    drawNear();
    if (focused?.hasAttribute(HIDDEN)) focusNear(focused);
  }

  function enterRootsOf(element: Element): void {
    for (const root of [element.getRootNode(), element.shadowRoot]) if (root instanceof ShadowRoot) enterRoot(root);
  }

  /** First all is read, then all is written: the browser lays the page out once. */
  function drawNear(): void {
    const focused = focusedElements();
    for (const [element, host] of hosts) {
      if (!near.elements.has(element) && !focused.includes(host)) eraseMark(element);
    }
    const toDraw = [...near.elements].flatMap((element) => {
      const card = known.get(element);
      return card
        ? [{ card, state: states.peek().get(card.id), isAnchor: hosts.has(element) || !isStatic(element) }]
        : [];
    });
    for (const { card, state, isAnchor } of toDraw) {
      const isMarked = state && card.title;
      if (isMarked && !isAnchor) card.element.setAttribute(ANCHOR, '');
      if (isMarked) drawMark(card, state);
      else eraseMark(card.element);
    }
  }

  function drawMark(card: Card, state: PostState): void {
    const { element, id, title } = card;
    const host = hosts.get(element) ?? createShadowHost(MARK, [cardMarkCss]);
    const before = drawn.get(host);
    hosts.set(element, host);
    // What a card with a shadow root of its own has outside of it is not shown.
    const box = element.shadowRoot ?? element;
    if (host.parentNode !== box) box.append(host);
    if (before?.state === state && before.title === title) return;
    drawn.set(host, { state, title });
    drawIn(
      host,
      <CardMark
        title={title}
        state={state}
        onMark={(as) => mark([id], as)}
        onMarkOlder={() => markOlder(id)}
        onCopyLink={() => copyLink(card.post)}
      />,
    );
  }

  function eraseMark(element: Element): void {
    const host = hosts.get(element);
    if (!host) return;
    drawIn(host, null);
    host.remove();
    hosts.delete(element);
    element.removeAttribute(ANCHOR);
  }

  function focusedCard(): Element | undefined {
    const focused = focusedElements();
    return [...hosts].find(([, host]) => focused.includes(host))?.[0];
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

  function leave(element: Element): void {
    eraseMark(element);
    element.removeAttribute(READING);
    element.removeAttribute(HIDDEN);
  }

  const stopWatching = effect(() =>
    near.watch(cards.value.filter(({ id }) => shown.value.has(id)).map(({ element }) => element)),
  );
  const stop = effect(draw);
  return {
    draw,
    stop() {
      clearTimeout(later);
      stop();
      stopWatching();
      near.stop();
    },
  };
}

function isStatic(element: Element): boolean {
  return getComputedStyle(element).position === 'static';
}

function setReading(element: Element, reading: Reading | undefined): void {
  if (!reading) element.removeAttribute(READING);
  else if (element.getAttribute(READING) !== reading) element.setAttribute(READING, reading);
}
