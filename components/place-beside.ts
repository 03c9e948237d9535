/** So far from the window's edge that the ring of the focus can be seen, in CSS pixels. */
const MARGIN = 8;

/** Places a pop-up below the button that it belongs to, or above it where there is no room. */
export function placeBeside(popup: HTMLElement, button: HTMLElement): void {
  // Where it would stand by itself there may be less room than it needs.
  popup.style.inset = '0 auto auto 0';
  const { bottom, right, top } = button.getBoundingClientRect();
  const { offsetHeight, offsetWidth } = popup;
  const { clientWidth } = document.documentElement;
  const below = bottom + offsetHeight <= innerHeight ? bottom : Math.max(MARGIN, top - offsetHeight);
  popup.style.top = `${below}px`;
  popup.style.left = `${Math.max(MARGIN, Math.min(right, clientWidth - MARGIN) - offsetWidth)}px`;
}
