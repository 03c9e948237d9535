/** How many characters each element of a text holds, the text itself included. Takes one walk over it. */
export function lengthsIn(text: Element): ReadonlyMap<Element, number> {
  const lengths = new Map<Element, number>();
  const add = (element: Element, length: number) => lengths.set(element, (lengths.get(element) ?? 0) + length);
  // Each element comes before those around it.
  for (const element of [text, ...text.querySelectorAll('*')].reverse()) {
    for (const { nodeType, nodeValue } of element.childNodes)
      if (nodeType === 3) add(element, nodeValue?.trim().length ?? 0);
    if (element !== text && element.parentElement) add(element.parentElement, lengths.get(element) ?? 0);
  }
  return lengths;
}
