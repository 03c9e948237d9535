/** Between what a popup belongs to and the popup, and between that and the edge of the screen, in CSS pixels. */
const GAP = 8;

/** Places a popup below what it belongs to, or above where there is more room; it scrolls with the text then. */
export function placeBy(owner: Element, popup: HTMLElement): void {
  const { left, top, bottom } = owner.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const x = Math.max(GAP, Math.min(left - GAP, clientWidth - popup.offsetWidth - GAP));
  const isAbove = bottom + GAP + popup.offsetHeight > innerHeight && top > innerHeight - bottom;
  const y = isAbove ? top - GAP - popup.offsetHeight : bottom + GAP;
  popup.style.left = `${scrollX + x}px`;
  popup.style.top = `${scrollY + y}px`;
}
