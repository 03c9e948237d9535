const DECLARED = 'template[shadowrootmode="open"]';

/**
 * What is shown inside of an element beside its own children: its open shadow root, or one that the HTML declares, which
 * no more than a template has become where a page was taken apart without being shown.
 */
export function shadowOf(element: Element): ParentNode | undefined {
  if (element.shadowRoot) return element.shadowRoot;
  return element.localName === 'template' && element.matches(DECLARED)
    ? (element as HTMLTemplateElement).content
    : undefined;
}

/** The children of an element, those in its shadow root first. */
export function childrenOf(element: Element): Element[] {
  return [...(shadowOf(element)?.children ?? []), ...element.children];
}

/** Whether an element is one that we have added to the page. */
export function isOurs({ localName }: Element): boolean {
  return localName.startsWith('liner-notes-');
}
