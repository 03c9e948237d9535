// Bundled by by-role.ts, and run in the page.
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** A name to look for: as it is, or as the source and flags of a regular expression. */
export type NamePattern = { text: string } | { source: string; flags: string };

interface ByRole {
  find(role: string, name: NamePattern | null, within: Element | null): Element[];
  /** What there is of this role, for people: `button "Check now"`. */
  describe(role: string, within: Element | null): string[];
}

declare global {
  var linerNotesByRole: ByRole | undefined;
}

function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.children) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
    yield* elementsIn(element);
  }
}

/** The element around this one as it is shown: through slots, and out of shadow roots. */
function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

function isHiddenFromPeople(element: Element): boolean {
  for (let at: Element | null = element; at; at = around(at)) {
    if (at.getAttribute('aria-hidden') === 'true' || at.hasAttribute('inert')) return true;
  }
  return !element.checkVisibility({ visibilityProperty: true });
}

function nameOf(element: Element): string {
  return computeAccessibleName(element).replace(/\s+/g, ' ').trim();
}

function matches(name: string, pattern: NamePattern): boolean {
  return 'text' in pattern ? name === pattern.text : new RegExp(pattern.source, pattern.flags).test(name);
}

function ofRole(role: string, within: Element | null): Element[] {
  const found = within?.shadowRoot ? [...elementsIn(within.shadowRoot)] : [];
  found.push(...elementsIn(within ?? document));
  return found.filter((element) => getRole(element) === role && !isHiddenFromPeople(element));
}

globalThis.linerNotesByRole = {
  find: (role, name, within) =>
    ofRole(role, within).filter((element) => name === null || matches(nameOf(element), name)),
  describe: (role, within) => ofRole(role, within).map((element) => `${role} "${nameOf(element)}"`),
};
